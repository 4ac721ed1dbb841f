package brume.server;

import brume.frontdoor.OwnPages;
import brume.frontdoor.audit.Trail;
import brume.frontdoor.audit.TrailQuery;
import brume.frontdoor.meter.Exposition;
import brume.frontdoor.meter.Meter;
import brume.frontdoor.meter.RecentRequests;
import brume.http.Nearby;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.service.Service;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `/_brume/health`, `/_brume/metrics`, `/_brume/requests`, `/_brume/audit` and the status page.
/// All but the health tell who called what, and so are for this machine only.
final class Pages implements OwnPages {
  private static final int SHOWN = 100;

  private final List<Service> services;
  private final Meter meter;
  private final RecentRequests recent;
  private final Trail audit;
  private final Supplier<String> metrics;

  /// @param metrics what services count themselves
  Pages(
      List<Service> services,
      Meter meter,
      RecentRequests recent,
      Trail audit,
      Supplier<String> metrics) {
    this.services = services;
    this.meter = meter;
    this.recent = recent;
    this.audit = audit;
    this.metrics = metrics;
  }

  @Override
  public Response serve(String path, Request request) {
    if (path.equals("/health")) {
      return json(health());
    }
    if (!Nearby.isTrusted(request)) {
      return text(403, "Only processes of Brume's own machine may see this");
    }
    return switch (path) {
      case "/" -> Response.of(200, "text/html; charset=utf-8", StatusPage.of(services, recent));
      case "/metrics" ->
          Response.of(200, Exposition.CONTENT_TYPE, Exposition.of(meter) + metrics.get());
      case "/requests" -> json(requests());
      case "/audit" -> audited(request);
      default -> text(404, "Brume has no page /_brume" + path);
    };
  }

  /// One record a line, the newest first.
  private Response audited(Request request) {
    try {
      var found = audit.find(TrailQuery.parse(request.query()));
      var lines = found.stream().map(line -> line + '\n').collect(Collectors.joining());
      return Response.of(200, "application/x-ndjson", lines);
    } catch (IllegalArgumentException wrong) {
      return text(400, String.valueOf(wrong.getMessage()));
    }
  }

  private Json health() {
    var names = services.stream().map(service -> Json.of(service.shape().id())).toList();
    return Json.object("status", Json.of("ready"), "services", new Json.Arr(names));
  }

  private Json requests() {
    return new Json.Arr(
        recent.newest(SHOWN).stream()
            .<Json>map(
                served ->
                    Json.object(
                        "at", Json.of(served.at().toString()),
                        "requestId", Json.of(served.requestId()),
                        "service", Json.of(served.service()),
                        "operation", Json.of(served.operation()),
                        "region", Json.of(served.region()),
                        "caller", Json.of(served.caller()),
                        "status", Json.of(served.status()),
                        "error", Json.of(served.error()),
                        "micros", Json.of(served.duration().toNanos() / 1_000)))
            .toList());
  }

  private static Response json(Json json) {
    return Response.of(200, "application/json", json.print() + '\n');
  }

  private static Response text(int status, String text) {
    return Response.of(status, "text/plain; charset=utf-8", text + '\n');
  }
}
