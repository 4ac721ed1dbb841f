package brume.ses.relay;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where mail goes out.
///
/// @param tls whether the connection begins with TLS; otherwise it is asked for where it is offered
/// @param user null for a relay that asks nobody who they are
/// @param password null without a user
public record Relay(
    String host, int port, boolean tls, @Nullable String user, @Nullable String password) {
  /// Source: RFC 5321, section 4.5.4.2.
  private static final int SMTP = 25;

  /// Source: RFC 8314, section 7.3.
  private static final int SMTPS = 465;

  /// Reads `smtp://[user@]host[:port]` or `smtps://…`.
  ///
  /// Throws [IllegalArgumentException] with a text for the operator.
  ///
  /// @param password of the user; not in the address, which other users of the machine can read
  public static Relay parse(String address, @Nullable String password) {
    var uri = uri(address);
    boolean isTls = "smtps".equals(uri.getScheme());
    boolean isSmtp = isTls || "smtp".equals(uri.getScheme());
    var user = uri.getUserInfo();
    boolean isBare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
    if (!isSmtp || uri.getHost() == null || !isBare || (user != null && user.contains(":"))) {
      throw new IllegalArgumentException(
          "A relay is smtp://[user@]host[:port] or smtps://…, its password in BRUME_SMTP_PASSWORD: "
              + address);
    }
    if (user != null && password == null) {
      throw new IllegalArgumentException(
          "The password of " + user + " at the relay has to be in BRUME_SMTP_PASSWORD");
    }
    int port = uri.getPort() > 0 ? uri.getPort() : isTls ? SMTPS : SMTP;
    return new Relay(uri.getHost(), port, isTls, user, user == null ? null : password);
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not the address of a relay: " + address, e);
    }
  }

  /// Without what is secret.
  @Override
  public String toString() {
    return host + ':' + port;
  }
}
