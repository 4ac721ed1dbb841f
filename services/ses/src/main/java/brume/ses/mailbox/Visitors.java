package brume.ses.mailbox;

import brume.base.Arn;
import brume.http.Nearby;
import brume.http.Request;
import brume.service.Access;
import brume.service.Call;
import brume.service.Gate;
import brume.shape.ServiceException;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Who may look into a mailbox.
public final class Visitors {
  static final String REFUSAL =
      "The mailbox is for signed requests, and for this machine while the development key is on";

  private static final String PATH = "/_brume/mailbox/";
  private static final String SIGNING_NAME = "ses";
  private final Gate gate;
  private final boolean openOnLoopback;

  /// @param openOnLoopback whether processes of this machine need no signature
  public Visitors(Gate gate, boolean openOnLoopback) {
    this.gate = gate;
    this.openOnLoopback = openOnLoopback;
  }

  /// The call as its sender makes it; null for one that is not let in.
  ///
  /// Throws a [brume.shape.ServiceException] when a signature does not hold or a policy says no.
  @Nullable Call admit(Call call, Request request, boolean deletes) throws IOException {
    if (request.headers().has("authorization") || request.query().contains("X-Amz-Signature=")) {
      var visit = identify(call, request);
      var action = deletes ? "ses:DeleteMailboxMessage" : "ses:GetMailboxMessage";
      gate.authorize(visit.call(), Access.to(action, Arn.of("ses", call.scope(), "mailbox")));
      return visit.call();
    }
    return openOnLoopback && isFromHere(request) ? call : null;
  }

  /// A signature covers the path as it was sent: that of a host `<account>.mailbox.…`, or one of
  /// the two that lead here from any host.
  private Gate.Visit identify(Call call, Request request) throws IOException {
    if (request.host().contains(".mailbox.")) {
      return gate.identify(call, request, SIGNING_NAME);
    }
    var account = call.scope().account() + request.path();
    try {
      return gate.identify(call, request.withPath(PATH + account), SIGNING_NAME);
    } catch (ServiceException _) {
      var regional = PATH + call.scope().region() + '/' + account;
      return gate.identify(call, request.withPath(regional), SIGNING_NAME);
    }
  }

  /// A browser of this machine also carries requests of strangers' pages: those name another
  /// origin, or, when a stranger's name leads here, another host.
  private static boolean isFromHere(Request request) {
    var host = request.host();
    var site = request.headers().first("sec-fetch-site");
    return Nearby.isOfProcess(request)
        && Nearby.isHere(host)
        && (site == null || site.equals("same-origin") || site.equals("none"))
        && isSameOrigin(request.headers().first("origin"), host);
  }

  private static boolean isSameOrigin(@Nullable String origin, String host) {
    if (origin == null) {
      return true;
    }
    try {
      return host.equals(URI.create(origin).getHost());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
