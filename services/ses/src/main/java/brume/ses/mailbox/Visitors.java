package brume.ses.mailbox;

import brume.base.Arn;
import brume.http.Request;
import brume.service.Access;
import brume.service.Call;
import brume.service.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may look into a mailbox.
public final class Visitors {
  static final String REFUSAL =
      "The mailbox is for signed requests, and for this machine while the development key is on";

  private static final List<String> LOCAL_NAMES = List.of("localhost", "127.0.0.1", "[::1]");

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
      var visit = gate.identify(call, request, "ses");
      var action = deletes ? "ses:DeleteMailboxMessage" : "ses:GetMailboxMessage";
      gate.authorize(visit.call(), Access.to(action, Arn.of("ses", call.scope(), "mailbox")));
      return visit.call();
    }
    return openOnLoopback && isFromHere(request) ? call : null;
  }

  /// A browser of this machine also carries requests of strangers' pages: those name another
  /// origin, or, when a stranger's name leads here, another host.
  private static boolean isFromHere(Request request) {
    InetAddress address = request.remote().getAddress();
    var host = request.host();
    var site = request.headers().first("sec-fetch-site");
    return address != null
        && address.isLoopbackAddress()
        && (LOCAL_NAMES.contains(host) || host.endsWith(".localhost"))
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
