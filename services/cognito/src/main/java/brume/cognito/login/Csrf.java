package brume.cognito.login;

import brume.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Tells the forms of these pages from those of others: the same secret goes into a cookie and into
/// the form.
final class Csrf {
  private static final String COOKIE = "XSRF-TOKEN";
  private static final int BYTES = 16;
  private static final long SECONDS = LoginSessions.VALIDITY.toSeconds();

  private Csrf() {}

  /// The visitor's secret, or a new one.
  static String of(Visit visit) {
    var known = visit.cookie(COOKIE);
    boolean isOurs = known != null && known.matches("[0-9a-f]{" + 2 * BYTES + '}');
    return known != null && isOurs
        ? known
        : HexFormat.of().formatHex(visit.call().ids().bytes(BYTES));
  }

  static Response keep(Visit visit, Response response, String secret) {
    return response.with("Set-Cookie", visit.setCookie(COOKIE, secret, SECONDS));
  }

  static boolean isRight(Visit visit) {
    var cookie = visit.cookie(COOKIE);
    return cookie != null
        && MessageDigest.isEqual(
            cookie.getBytes(StandardCharsets.UTF_8),
            visit.field("_csrf").getBytes(StandardCharsets.UTF_8));
  }
}
