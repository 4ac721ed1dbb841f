package brume.ses.mime;

import brume.ses.refusal.Api;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where mail goes or comes from, such as `Ann <ann@example.com>`.
///
/// @param mailbox `ann@example.com`, its domain in lower case
/// @param name shown beside it; null for none
public record Address(String mailbox, @Nullable String name) {
  /// Throws [Api#invalid] with the parser's text for what is no address (RFC 5322 §3.4.1).
  public static Address parse(String text, Api api) {
    Lines.check("Address", text, api);
    try {
      return of(new InternetAddress(text, true));
    } catch (AddressException e) {
      throw api.invalid().because(String.valueOf(e.getMessage()));
    }
  }

  public static List<Address> parse(@Nullable List<String> texts, Api api) {
    return texts == null ? List.of() : texts.stream().map(text -> parse(text, api)).toList();
  }

  static Address of(InternetAddress address) {
    var text = address.getAddress();
    int at = text.lastIndexOf('@');
    var mailbox = text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
    return new Address(mailbox, address.getPersonal());
  }

  public String domain() {
    return mailbox.substring(mailbox.lastIndexOf('@') + 1);
  }

  InternetAddress internet() {
    try {
      return new InternetAddress(mailbox, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As a header has it.
  @Override
  public String toString() {
    return internet().toString();
  }
}
