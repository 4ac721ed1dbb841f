package brume.frontdoor.pipeline;

import brume.base.Body;
import brume.base.Scope;
import brume.frontdoor.audit.Attempt;
import brume.frontdoor.audit.AuditLog;
import brume.frontdoor.locate.Destination;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.meter.Ledger;
import brume.frontdoor.meter.Served;
import brume.http.Request;
import brume.http.Response;
import brume.identity.signature.SignatureVerifier;
import brume.service.Authorizer;
import brume.service.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of a request for the AWS API, as a list of stages.
public final class Pipeline {
  private final List<Stage> stages;
  private final List<Stage> preflight;
  private final Platform platform;
  private final Scope home;
  private final Ledger ledger;
  private final AuditLog audit;

  /// @param home the account and region of requests that name none
  public Pipeline(
      Directory directory,
      SignatureVerifier verifier,
      Authorizer authorizer,
      Platform platform,
      Scope home,
      Ledger ledger,
      AuditLog audit) {
    this.platform = platform;
    this.home = home;
    this.ledger = ledger;
    this.audit = audit;
    var inner = new Inner(authorizer);
    preflight = List.of(new Preflight(directory));
    stages =
        List.of(
            new Locate(directory),
            new Receive(platform, home),
            new Authenticate(verifier, platform, home),
            new Decode(),
            passage -> inner.validate(passage.entry().service(), passage.input()),
            passage -> inner.authorize(passage.call(), passage.operation(), passage.input()),
            passage -> passage.ran(inner.run(passage.call(), passage.operation(), passage.input())),
            new Encode());
  }

  /// Answers a request; what goes wrong is an answer, too.
  ///
  /// Throws [IOException] when the client is gone or its body broke off.
  public Response handle(Request request, Destination.Api destination) throws IOException {
    long began = System.nanoTime();
    var passage = new Passage(request, destination, platform.ids().uuid().toString());
    var answer = Preflight.readable(passage, pass(passage));
    ledger.record(served(passage, answer, Duration.ofNanos(System.nanoTime() - began)));
    audit(passage, answer);
    return answer.response();
  }

  private Answers.Answer pass(Passage passage) throws IOException {
    try {
      for (var stage : Preflight.is(passage.request()) ? preflight : stages) {
        stage.pass(passage);
        if (passage.isAnswered()) {
          break;
        }
      }
      return new Answers.Answer(passage.response(), null);
    } catch (IOException | RuntimeException failure) {
      return Answers.to(passage, failure);
    }
  }

  /// What Brume does not have, it cannot have done.
  private void audit(Passage passage, Answers.Answer answer) {
    var found = passage.found();
    if (found == null) {
      return;
    }
    var target = found.target();
    if (target == null || found.entry().service().operation(target.operation().name()) == null) {
      return;
    }
    var known = passage.callIfKnown();
    var call = known == null ? passage.callOfNobody(platform, home) : known;
    audit.record(
        new Attempt(
            call,
            found.entry().shape(),
            target.operation(),
            passage.inputIfKnown(),
            answer.failure()));
  }

  private Served served(Passage passage, Answers.Answer answer, Duration duration) {
    var call = passage.callIfKnown();
    var found = passage.found();
    var scope = call == null ? home : call.scope();
    return new Served(
        call == null ? platform.clock().instant() : call.now(),
        passage.requestId(),
        scope.account(),
        scope.region(),
        found == null ? "unknown" : found.entry().shape().id(),
        found == null || found.target() == null ? "" : found.target().operation().name(),
        call == null ? "unknown" : call.caller().arn(),
        answer.response().status(),
        answer.code(),
        length(passage.request().body()),
        length(answer.response().body()),
        duration);
  }

  private static long length(@Nullable Body body) {
    return body == null ? 0 : Math.max(0, body.length());
  }
}
