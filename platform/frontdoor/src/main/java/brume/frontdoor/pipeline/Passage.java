package brume.frontdoor.pipeline;

import brume.base.Scope;
import brume.frontdoor.locate.Destination;
import brume.frontdoor.locate.Directory;
import brume.http.Request;
import brume.http.Response;
import brume.identity.Principal;
import brume.identity.signature.Authorization;
import brume.identity.signature.Verified;
import brume.service.Call;
import brume.service.Operation;
import brume.service.Platform;
import brume.service.RequestContext;
import brume.shape.Structure;
import brume.wire.Target;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request on its way, and what the stages found out about it so far. A stage reads only what
/// those before it have set.
final class Passage {
  private final Request request;
  private final Destination.Api destination;
  private final String requestId;
  private @Nullable Authorization signed;
  private Directory.@Nullable Found found;
  private @Nullable Verified verified;
  private @Nullable Call call;
  private @Nullable Structure input;
  private @Nullable Structure output;
  private @Nullable Response response;

  Passage(Request request, Destination.Api destination, String requestId) {
    this.request = request;
    this.destination = destination;
    this.requestId = requestId;
  }

  /// As it came.
  Request request() {
    return request;
  }

  Destination.Api destination() {
    return destination;
  }

  String requestId() {
    return requestId;
  }

  void located(@Nullable Authorization authorization, Directory.Found service) {
    signed = authorization;
    found = service;
  }

  @Nullable Authorization signed() {
    return signed;
  }

  Directory.@Nullable Found found() {
    return found;
  }

  Directory.Entry entry() {
    return Objects.requireNonNull(found).entry();
  }

  Target target() {
    return Objects.requireNonNull(Objects.requireNonNull(found).target());
  }

  /// Throws [NullPointerException] when the service does not have it, which `locate` refuses.
  @SuppressWarnings("unchecked")
  Operation<Structure, Structure> operation() {
    var operation = entry().service().operation(target().operation().name());
    return (Operation<Structure, Structure>) Objects.requireNonNull(operation);
  }

  void authenticated(Verified sender, Call made) {
    verified = sender;
    call = made;
  }

  /// As it is decoded: with the bucket in its path and its body out of its chunks.
  Request routed() {
    var body = Objects.requireNonNull(verified).request();
    return body.withPath(destination.routed().path());
  }

  Call call() {
    return Objects.requireNonNull(call);
  }

  /// Null before the caller is known.
  @Nullable Call callIfKnown() {
    return call;
  }

  /// What is done before the caller is known, or without one.
  Call callOfNobody(Platform platform, Scope home) {
    return new Call(
        Principal.anonymous(),
        home,
        requestId,
        platform.clock().instant(),
        RequestContext.of(request),
        platform);
  }

  void decoded(Structure value) {
    input = value;
  }

  /// Null before it was read.
  @Nullable Structure inputIfKnown() {
    return input;
  }

  Structure input() {
    return Objects.requireNonNull(input);
  }

  void ran(Structure value) {
    output = value;
  }

  Structure output() {
    return Objects.requireNonNull(output);
  }

  void answered(Response answer) {
    response = answer;
  }

  boolean isAnswered() {
    return response != null;
  }

  Response response() {
    return Objects.requireNonNull(response);
  }
}
