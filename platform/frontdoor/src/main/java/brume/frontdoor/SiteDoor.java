package brume.frontdoor;

import brume.base.Scope;
import brume.frontdoor.locate.Destination;
import brume.frontdoor.meter.Ledger;
import brume.frontdoor.meter.Served;
import brume.http.Response;
import brume.identity.Principal;
import brume.service.Call;
import brume.service.Platform;
import brume.service.RequestContext;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Hands requests to sites and meters them. A site answers its own refusals; what escapes it is
/// Brume's fault.
final class SiteDoor {
  private static final System.Logger LOG = System.getLogger(SiteDoor.class.getName());

  private final Platform platform;
  private final Scope home;
  private final Ledger ledger;

  SiteDoor(Platform platform, Scope home, Ledger ledger) {
    this.platform = platform;
    this.home = home;
    this.ledger = ledger;
  }

  Response serve(Destination.AtSite at) throws IOException {
    long began = System.nanoTime();
    var call = call(at);
    var response = answer(at, call);
    var duration = Duration.ofNanos(System.nanoTime() - began);
    ledger.record(
        new Served(
            call.now(),
            call.requestId(),
            call.scope().account(),
            call.scope().region(),
            at.site().kind(),
            at.name(),
            call.caller().arn(),
            response.status(),
            null,
            Math.max(0, at.request().body().length()),
            Math.max(0, response.body().length()),
            duration));
    return response;
  }

  private Call call(Destination.AtSite at) {
    var scope = at.region() == null ? home : home.in(at.region());
    return new Call(
        Principal.anonymous(),
        scope,
        platform.ids().uuid().toString(),
        platform.clock().instant(),
        RequestContext.of(at.request()),
        platform);
  }

  private static Response answer(Destination.AtSite at, Call call) throws IOException {
    try {
      return at.site().serve(call, at.name(), at.request());
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    } catch (ServiceException refused) {
      return plain(refused.error().status(), refused.message());
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "Request " + call.requestId() + " failed", failure);
      return plain(500, "Internal server error");
    }
  }

  private static Response plain(int status, String text) {
    return Response.of(status, "text/plain; charset=utf-8", text + '\n');
  }
}
