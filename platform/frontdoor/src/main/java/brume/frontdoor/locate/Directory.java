package brume.frontdoor.locate;

import brume.http.QueryString;
import brume.http.Request;
import brume.identity.signature.Authorization;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.wire.Router;
import brume.wire.RpcTarget;
import brume.wire.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The services that are here, by the names that requests have for them.
public final class Directory {
  private static final String BUCKETS = "s3";

  /// @param router finds the operation of a request
  public record Entry(Service service, Router router) {
    public ServiceShape shape() {
      return service.shape();
    }
  }

  /// An operation that a request is for.
  ///
  /// @param target null when the service's model knows no such operation
  public record Found(Entry entry, @Nullable Target target) {}

  private final Map<String, Entry> byId = new LinkedHashMap<>();

  public Directory(List<Service> services) {
    for (var service : services) {
      byId.put(service.shape().id(), new Entry(service, new Router(service.shape())));
    }
  }

  public List<Service> services() {
    return byId.values().stream().map(Entry::service).toList();
  }

  boolean hasEndpoint(String prefix) {
    return byId.values().stream().anyMatch(entry -> entry.shape().endpointPrefix().equals(prefix));
  }

  /// Null when there is no such service here.
  public @Nullable Service service(String id) {
    var entry = byId.get(id);
    return entry == null ? null : entry.service;
  }

  /// Null when nothing about the request names a service that is here.
  ///
  /// @param endpointPrefix of the host; null when it names no service
  /// @param signed null for an unsigned request
  public @Nullable Found find(
      Request request, @Nullable String endpointPrefix, @Nullable Authorization signed)
      throws IOException {
    var candidates = candidates(request, endpointPrefix, signed);
    for (var entry : candidates) {
      var target = entry.router.route(request);
      if (target != null) {
        return new Found(entry, target);
      }
    }
    return candidates.isEmpty() ? null : new Found(candidates.getFirst(), null);
  }

  /// The service that a preflight asks about, which carries neither a signature nor the headers
  /// that it announces; null when there is none.
  ///
  /// @param endpointPrefix of the host; null when it names no service
  public @Nullable Entry findAnnounced(Request preflight, @Nullable String endpointPrefix) {
    if (endpointPrefix != null) {
      return first(entry -> entry.shape().endpointPrefix().equals(endpointPrefix));
    }
    var announced = preflight.headers().first("access-control-request-headers");
    if (announced != null && announced.toLowerCase(Locale.ROOT).contains("x-amz-target")) {
      return first(
          entry -> entry.shape().targetPrefix() != null && entry.service.crossOrigin() != null);
    }
    return byId.get(BUCKETS);
  }

  private @Nullable Entry first(Predicate<Entry> wanted) {
    return byId.values().stream().filter(wanted).findFirst().orElse(null);
  }

  /// Services that the request may be for: two of them may share a name.
  private List<Entry> candidates(
      Request request, @Nullable String endpointPrefix, @Nullable Authorization signed) {
    var named = new ArrayList<Entry>(2);
    var target = RpcTarget.of(request);
    for (var entry : byId.values()) {
      var shape = entry.shape();
      boolean fits =
          signed != null
              ? shape.signingName().equals(signed.scope().service())
              : endpointPrefix != null
                  ? shape.endpointPrefix().equals(endpointPrefix)
                  : target != null && target.service().equals(shape.targetPrefix());
      if (fits) {
        named.add(entry);
      }
    }
    if (named.isEmpty() && signed == null && target == null) {
      named.addAll(anonymous(request));
    }
    return named;
  }

  /// Without a signature: a form of the query protocol, or else a request of S3.
  private List<Entry> anonymous(Request request) {
    var type = request.headers().first("content-type");
    boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
    if (form || QueryString.parse(request.query()).first("Action") != null) {
      return byId.values().stream()
          .filter(entry -> entry.shape().operations().stream().anyMatch(OperationShape::unsigned))
          .toList();
    }
    var buckets = byId.get(BUCKETS);
    return buckets == null ? List.of() : List.of(buckets);
  }
}
