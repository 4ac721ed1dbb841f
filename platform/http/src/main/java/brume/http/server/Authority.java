package brume.http.server;

import java.util.Locale;

/// The form of a Host: a registered name, an IPv4 address or an IPv6 literal, and perhaps a port
/// (RFC 3986 §3.2, without user information).
final class Authority {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final boolean[] NAME =
      chars(DIGITS + LETTERS + LETTERS.toUpperCase(Locale.ROOT) + "!$&'()*+,;=-._~%");
  private static final boolean[] LITERAL = chars(DIGITS + "abcdefABCDEF:.");
  private static final int PORT_DIGITS = 5;

  private Authority() {}

  static boolean isValid(String host) {
    int end;
    if (host.startsWith("[")) {
      int close = run(host, 1, LITERAL);
      if (close == 1 || close == host.length() || host.charAt(close) != ']') {
        return false;
      }
      end = close + 1;
    } else {
      end = run(host, 0, NAME);
      if (end == 0) {
        return false;
      }
    }
    return end == host.length() || isPort(host, end);
  }

  /// A colon and at most five digits.
  private static boolean isPort(String host, int colon) {
    if (host.charAt(colon) != ':' || host.length() - colon - 1 > PORT_DIGITS) {
      return false;
    }
    for (int i = colon + 1; i < host.length(); i++) {
      if (host.charAt(i) < '0' || host.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Where the run of these characters ends.
  private static int run(String host, int start, boolean[] allowed) {
    int i = start;
    while (i < host.length() && host.charAt(i) < allowed.length && allowed[host.charAt(i)]) {
      i++;
    }
    return i;
  }

  private static boolean[] chars(String members) {
    var allowed = new boolean[128];
    for (int i = 0; i < members.length(); i++) {
      allowed[members.charAt(i)] = true;
    }
    return allowed;
  }
}
