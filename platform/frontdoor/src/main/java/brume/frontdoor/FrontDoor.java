package brume.frontdoor;

import brume.base.Scope;
import brume.frontdoor.locate.Destination;
import brume.frontdoor.locate.HostTable;
import brume.frontdoor.meter.Ledger;
import brume.frontdoor.pipeline.Pipeline;
import brume.http.Handler;
import brume.http.Request;
import brume.http.Response;
import brume.service.Platform;
import java.io.IOException;

/// Takes every request that comes in and brings it to the AWS API, to a site or to Brume's own
/// pages.
public final class FrontDoor implements Handler {
  private final Admission admission = new Admission(Admission.MAX_REQUESTS);
  private final HostTable hosts;
  private final Pipeline pipeline;
  private final SiteDoor sites;
  private final OwnPages pages;

  /// @param home the account and region of requests that name none
  public FrontDoor(
      HostTable hosts,
      Pipeline pipeline,
      OwnPages pages,
      Platform platform,
      Scope home,
      Ledger ledger) {
    this.hosts = hosts;
    this.pipeline = pipeline;
    this.pages = pages;
    sites = new SiteDoor(platform, home, ledger);
  }

  @Override
  public Response handle(Request request) throws IOException {
    if (!admission.enter()) {
      return Response.of(503, "text/plain; charset=utf-8", "Too many requests at once\n")
          .with("Retry-After", "1");
    }
    try {
      return switch (hosts.of(request)) {
        case Destination.Api api -> pipeline.handle(request, api);
        case Destination.AtSite site -> sites.serve(site);
        case Destination.Own(String path) -> pages.serve(path, request);
        case Destination.NoSite(String kind) ->
            Response.of(
                501, "text/plain; charset=utf-8", "Brume has no sites of the kind " + kind + '\n');
      };
    } finally {
      admission.leave();
    }
  }
}
