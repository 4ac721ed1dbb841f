package brume.ses.relay;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Speaks with the relay.
///
/// Source: RFC 5321.
record Smtp(Relay relay) {
  /// Replies from here on mean: never. Source: RFC 5321, section 4.2.1.
  private static final int PERMANENT = 500;

  /// To connect, and for each reply.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// How Brume calls itself.
  private static final String NAME = "brume.localhost";

  /// Blocks until the relay has said what becomes of a message.
  ///
  /// @param message as it travels
  Outcome send(String from, List<String> to, byte[] message) {
    var session = Session.getInstance(properties(from));
    try (var transport = session.getTransport("smtp")) {
      transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(message)),
          InternetAddress.parse(String.join(",", to), false));
      return new Outcome(to, Map.of(), null);
    } catch (SendFailedException e) {
      return outcome(e, to);
    } catch (MessagingException e) {
      return new Outcome(List.of(), Map.of(), String.valueOf(e.getMessage()).strip());
    }
  }

  /// A password travels under TLS only.
  private Properties properties(String from) {
    var properties = new Properties();
    var millis = Long.toString(PATIENCE.toMillis());
    boolean isKnown = relay.user() != null;
    Map.of(
            "auth",
            Boolean.toString(isKnown),
            "ssl.enable",
            Boolean.toString(relay.tls()),
            "starttls.enable",
            "true",
            "starttls.required",
            Boolean.toString(isKnown && !relay.tls()),
            "ssl.checkserveridentity",
            "true",
            "connectiontimeout",
            millis,
            "timeout",
            millis,
            "writetimeout",
            millis,
            "from",
            from,
            "localhost",
            NAME)
        .forEach((name, value) -> properties.setProperty("mail.smtp." + name, value));
    properties.setProperty("mail.smtp.sendpartial", "true");
    return properties;
  }

  private static Outcome outcome(SendFailedException failure, List<String> to) {
    var sent = texts(failure.getValidSentAddresses());
    var refused = new LinkedHashMap<String, String>();
    @Nullable String trouble = null;
    for (Exception each = failure; each != null; each = next(each)) {
      switch (each) {
        case SMTPAddressFailedException address -> {
          if (address.getReturnCode() >= PERMANENT) {
            refused.put(address.getAddress().getAddress(), words(address));
          } else {
            trouble = words(address);
          }
        }
        case SMTPSenderFailedException sender when sender.getReturnCode() >= PERMANENT ->
            to.forEach(one -> refused.putIfAbsent(one, words(sender)));
        // Of the message, unless it only sums up what was said of its recipients.
        case SMTPSendFailedException whole
            when whole.getReturnCode() >= PERMANENT && whole.getNextException() == null ->
            to.forEach(one -> refused.putIfAbsent(one, words(whole)));
        default -> trouble = words(each);
      }
    }
    return new Outcome(sent, refused, trouble);
  }

  private static @Nullable Exception next(Exception each) {
    return each instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static String words(Exception failure) {
    return String.valueOf(failure.getMessage()).strip();
  }

  private static List<String> texts(Address @Nullable [] addresses) {
    var texts = new ArrayList<String>();
    if (addresses != null) {
      Stream.of(addresses).map(each -> ((InternetAddress) each).getAddress()).forEach(texts::add);
    }
    return texts;
  }
}
