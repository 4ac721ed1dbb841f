package brume.server;

import brume.frontdoor.meter.RecentRequests;
import brume.frontdoor.meter.Served;
import brume.json.Json;

/// The last requests as JSON, the newest first.
final class Requests {
  private static final int SHOWN = 500;

  private Requests() {}

  static Json of(RecentRequests recent) {
    return new Json.Arr(recent.newest(SHOWN).stream().map(Requests::of).toList());
  }

  private static Json of(Served served) {
    return Json.object(
        "at", Json.of(served.at().toString()),
        "requestId", Json.of(served.requestId()),
        "service", Json.of(served.service()),
        "operation", Json.of(served.operation()),
        "region", Json.of(served.region()),
        "caller", Json.of(served.caller()),
        "status", Json.of(served.status()),
        "error", Json.of(served.error()),
        "bytesIn", Json.of(served.bytesIn()),
        "bytesOut", Json.of(served.bytesOut()),
        "micros", Json.of(served.duration().toNanos() / 1_000));
  }
}
