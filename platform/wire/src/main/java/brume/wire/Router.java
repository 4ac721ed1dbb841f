package brume.wire;

import brume.http.QueryString;
import brume.http.Request;
import brume.shape.Location;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the operation of a service that a request is for.
public final class Router {
  private record Route(UriTemplate template, OperationShape<?, ?> operation) {}

  /// Of an operation that lacks what it requires.
  private static final int ABSENT = -1;

  private final ServiceShape service;
  private final Map<String, OperationShape<?, ?>> byName = new HashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private final boolean rest;

  public Router(ServiceShape service) {
    this.service = service;
    var preferred = service.protocols().getFirst();
    rest = preferred == Protocol.REST_JSON_1 || preferred == Protocol.REST_XML;
    for (var operation : service.operations()) {
      byName.put(operation.name(), operation);
      if (rest) {
        routes.add(new Route(new UriTemplate(operation.http()), operation));
      }
    }
    routes.sort(Comparator.comparing(Route::template));
  }

  /// Null when the request is for none of the service's operations.
  public @Nullable Target route(Request request) throws IOException {
    return rest ? byPath(request) : byOperationName(request);
  }

  private @Nullable Target byPath(Request request) {
    var query = QueryString.parse(request.query());
    Route best = null;
    Map<String, String> bestLabels = Map.of();
    int most = ABSENT - 1;
    for (var route : routes) {
      if (best != null && route.template.compareTo(best.template) != 0) {
        break;
      }
      var labels = route.template.match(request.method(), request.path(), query);
      int met = labels == null ? most : met(route.operation, request, query);
      if (labels != null && met > most) {
        best = route;
        bestLabels = labels;
        most = met;
      }
    }
    return best == null ? null : new Target(best.operation, protocol(request), bestLabels);
  }

  /// How many headers and query parameters the operation requires that the request has, or
  /// [#ABSENT] when one is missing: what tells apart operations of the same path, such as
  /// `PutObject`, `CopyObject` and `UploadPart`.
  private static int met(OperationShape<?, ?> operation, Request request, QueryString query) {
    int met = 0;
    for (var member : operation.input().members()) {
      boolean inHead = member.location() == Location.HEADER || member.location() == Location.QUERY;
      if (member.required() && inHead) {
        boolean there =
            member.location() == Location.HEADER
                ? request.headers().has(member.wireName())
                : query.has(member.wireName());
        if (!there) {
          return ABSENT;
        }
        met++;
      }
    }
    return met;
  }

  private @Nullable Target byOperationName(Request request) throws IOException {
    var protocol = protocol(request);
    var name =
        protocol == Protocol.AWS_QUERY || protocol == Protocol.EC2_QUERY
            ? QueryCodec.form(request).get("Action")
            : named(request);
    var operation = name == null ? null : byName.get(name);
    return operation == null ? null : new Target(operation, protocol, Map.of());
  }

  private @Nullable String named(Request request) {
    var target = RpcTarget.of(request);
    boolean elsewhere =
        target != null
            && RpcTarget.isCbor(request)
            && service.targetPrefix() != null
            && !target.service().equals(service.targetPrefix());
    return target == null || elsewhere ? null : target.operation();
  }

  /// In which of the service's protocols a request is; the preferred one when it does not say.
  ///
  /// Source: Smithy, "Protocol selection": each protocol has a header or media type of its own.
  public Protocol protocol(Request request) {
    if (rest) {
      return service.protocols().getFirst();
    }
    if (speaks(Protocol.RPC_V2_CBOR) && RpcTarget.isCbor(request)) {
      return Protocol.RPC_V2_CBOR;
    }
    if (request.headers().has("x-amz-target")) {
      return json(request);
    }
    return service.protocols().stream()
        .filter(protocol -> protocol == Protocol.AWS_QUERY || protocol == Protocol.EC2_QUERY)
        .findFirst()
        .orElse(service.protocols().getFirst());
  }

  private static Protocol json(Request request) {
    var type = String.valueOf(request.headers().first("content-type")).toLowerCase(Locale.ROOT);
    return type.contains("json-1.0") ? Protocol.AWS_JSON_1_0 : Protocol.AWS_JSON_1_1;
  }

  private boolean speaks(Protocol protocol) {
    return service.protocols().contains(protocol);
  }
}
