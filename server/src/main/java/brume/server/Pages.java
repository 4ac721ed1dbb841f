package brume.server;

import brume.console.Console;
import brume.frontdoor.OwnPages;
import brume.frontdoor.audit.Trail;
import brume.frontdoor.audit.TrailQuery;
import brume.frontdoor.meter.Exposition;
import brume.frontdoor.meter.RecentRequests;
import brume.http.Nearby;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.shape.ServiceException;
import java.io.IOException;
import java.util.stream.Collectors;

/// The console at `/_brume/`, and what Brume tells of itself: `/_brume/health` to everybody,
/// `/_brume/overview`, `/_brume/requests`, `/_brume/audit` and `/_brume/metrics` to its [Visitors],
/// for they tell who called what. `/_brume/regions` tells them how far regions are from each other,
/// and changes it.
final class Pages implements OwnPages {
  private final Console console = new Console();
  private final Overview overview;
  private final RecentRequests recent;
  private final Trail audit;
  private final Distances distances;
  private final Visitors visitors;

  Pages(
      Overview overview,
      RecentRequests recent,
      Trail audit,
      Distances distances,
      Visitors visitors) {
    this.overview = overview;
    this.recent = recent;
    this.audit = audit;
    this.distances = distances;
    this.visitors = visitors;
  }

  @Override
  public Response serve(String path, Request request) throws IOException {
    return switch (path) {
      case "/health" -> json(200, overview.health(Nearby.isTrusted(request)));
      case "/overview" -> read("GetOverview", request, () -> json(200, overview.json()));
      case "/requests" -> read("ListRequests", request, () -> json(200, Requests.of(recent)));
      case "/audit" -> read("LookupEvents", request, () -> audited(request));
      case "/regions" -> regions(request);
      case "/metrics" ->
          read(
              "GetMetrics",
              request,
              () -> Response.of(200, Exposition.CONTENT_TYPE, overview.metrics()));
      default -> {
        var file = console.serve(path);
        yield file == null ? text(404, "Brume has no page /_brume" + path) : file;
      }
    };
  }

  private Response regions(Request request) throws IOException {
    return "POST".equals(request.method())
        ? read("PutRegionDistance", request, () -> changed(request))
        : read("ListRegionDistances", request, () -> json(200, distances.json()));
  }

  private Response changed(Request request) {
    try {
      distances.change(request.query());
      return json(200, distances.json());
    } catch (IllegalArgumentException wrong) {
      return text(400, String.valueOf(wrong.getMessage()));
    }
  }

  private interface Answer {
    Response get() throws IOException;
  }

  private Response read(String action, Request request, Answer answer) throws IOException {
    try {
      return visitors.mayRead(action, request)
          ? answer.get().with("Cache-Control", "no-store")
          : text(403, "Only processes of Brume's own machine may see this, and who signs for it");
    } catch (ServiceException refused) {
      return json(
          refused.error().status(),
          Json.object(
              "code", Json.of(refused.error().code()), "message", Json.of(refused.message())));
    }
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

  private static Response json(int status, Json json) {
    return Response.of(status, "application/json", json.print() + '\n');
  }

  private static Response text(int status, String text) {
    return Response.of(status, "text/plain; charset=utf-8", text + '\n');
  }
}
