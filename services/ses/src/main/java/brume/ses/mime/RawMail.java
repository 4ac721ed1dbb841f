package brume.ses.mime;

import brume.base.Bytes;
import brume.ses.refusal.Api;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message that its sender wrote as a whole.
///
/// Source: Amazon SES Developer Guide, "Sending raw email": who gets it is told by its headers
/// unless the request says otherwise; `Bcc` and the headers for SES do not travel.
public final class RawMail implements Writing {
  private static final String FOR_SES = "x-ses-";
  private static final String CONFIGURATION_SET = "X-SES-CONFIGURATION-SET";

  private final MimeMessage message;
  private final Api api;

  private RawMail(MimeMessage message, Api api) {
    this.message = message;
    this.api = api;
  }

  /// Throws [Api#invalid] when the bytes are no message.
  public static RawMail of(Bytes bytes, Api api) {
    try {
      return new RawMail(parse(bytes.shared()), api);
    } catch (MessagingException e) {
      throw api.invalid().because("The message cannot be read: " + e.getMessage());
    }
  }

  static MimeMessage parse(byte[] bytes) throws MessagingException {
    return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
  }

  /// Null when the message names no sender.
  public @Nullable Address from() {
    var addresses = addresses("From");
    return addresses.isEmpty() ? null : addresses.getFirst();
  }

  /// Names the sender of a message that names none.
  public void writeFrom(Address address) {
    try {
      message.setFrom(address.internet());
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  public Recipients recipients() {
    return new Recipients(addresses("To"), addresses("Cc"), addresses("Bcc"));
  }

  public String subject() {
    try {
      var subject = message.getSubject();
      return subject == null ? "" : subject;
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  /// The configuration set that a header names; null for none.
  public @Nullable String configurationSet() {
    return header(CONFIGURATION_SET);
  }

  /// The names of the headers that ask SES for what Brume does not do.
  public List<String> unknownWishes() {
    return namesForSes().stream()
        .filter(name -> !name.equalsIgnoreCase(CONFIGURATION_SET))
        .toList();
  }

  @Override
  public byte[] write(Stamp stamp) {
    var out = new ByteArrayOutputStream();
    try {
      message.removeHeader("Bcc");
      for (var name : namesForSes()) {
        message.removeHeader(name);
      }
      message.setHeader("Message-ID", stamp.header());
      if (message.getHeader("Date") == null) {
        message.setSentDate(Date.from(stamp.at()));
      }
      message.writeTo(out);
    } catch (MessagingException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private List<String> namesForSes() {
    try {
      return Collections.list(message.getAllHeaders()).stream()
          .map(Header::getName)
          .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(FOR_SES))
          .toList();
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  private @Nullable String header(String name) {
    try {
      return message.getHeader(name, ",");
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  private List<Address> addresses(String header) {
    var value = header(header);
    if (value == null || value.isBlank()) {
      return List.of();
    }
    var addresses = new ArrayList<Address>();
    try {
      for (var address : InternetAddress.parseHeader(value, true)) {
        address.validate();
        addresses.add(Address.of(address));
      }
    } catch (AddressException e) {
      throw api.invalid().because(String.valueOf(e.getMessage()));
    }
    return addresses;
  }

  private RuntimeException unreadable(MessagingException e) {
    return api.invalid().because("The message cannot be read: " + e.getMessage());
  }
}
