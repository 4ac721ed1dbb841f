package brume.ses.mime;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message of parts that are given one by one.
///
/// @param headers further ones, such as `List-Unsubscribe`
public record Draft(
    Address from,
    Recipients recipients,
    List<Address> replyTo,
    Text content,
    Map<String, String> headers,
    List<Attached> attachments)
    implements Writing {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /// @param text null when there is only HTML
  /// @param html null when there is only text
  public record Text(String subject, @Nullable String text, @Nullable String html) {}

  public Draft(Address from, Recipients recipients, List<Address> replyTo, Text content) {
    this(from, recipients, replyTo, content, Map.of(), List.of());
  }

  /// The same message, with the address that bounces go to; null for the sender's.
  public Draft returningTo(@Nullable Address address) {
    if (address == null) {
      return this;
    }
    var more = new java.util.LinkedHashMap<>(headers);
    more.put("Return-Path", '<' + address.mailbox() + '>');
    return new Draft(from, recipients, replyTo, content, more, attachments);
  }

  @Override
  public byte[] write(Stamp stamp) {
    var out = new ByteArrayOutputStream();
    try {
      message(stamp).writeTo(out);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A draft cannot be written", e);
    }
    return out.toByteArray();
  }

  private MimeMessage message(Stamp stamp) throws MessagingException {
    var message = new Stamped(stamp);
    message.setFrom(from.internet());
    message.setRecipients(RecipientType.TO, internet(recipients.to()));
    message.setRecipients(RecipientType.CC, internet(recipients.copies()));
    if (!replyTo.isEmpty()) {
      message.setReplyTo(internet(replyTo));
    }
    message.setSubject(content.subject(), UTF_8);
    message.setSentDate(Date.from(stamp.at()));
    for (var header : headers.entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    if (attachments.isEmpty()) {
      fill(message);
    } else {
      message.setContent(mixed());
    }
    message.saveChanges();
    return message;
  }

  private MimeMultipart mixed() throws MessagingException {
    var body = new MimeBodyPart();
    fill(body);
    var mixed = new MimeMultipart("mixed", body);
    for (var attachment : attachments) {
      mixed.addBodyPart(part(attachment));
    }
    return mixed;
  }

  private void fill(Part part) throws MessagingException {
    var text = content.text();
    var html = content.html();
    if (html == null) {
      setText(part, text == null ? "" : text, "plain");
    } else if (text == null) {
      setText(part, html, "html");
    } else {
      var plain = new MimeBodyPart();
      setText(plain, text, "plain");
      var rich = new MimeBodyPart();
      setText(rich, html, "html");
      part.setContent(new MimeMultipart("alternative", plain, rich));
    }
  }

  private static void setText(Part part, String text, String subtype) throws MessagingException {
    switch (part) {
      case MimeMessage message -> message.setText(text, UTF_8, subtype);
      case MimeBodyPart body -> body.setText(text, UTF_8, subtype);
      default -> throw new IllegalArgumentException("Neither message nor part of one: " + part);
    }
  }

  private static MimeBodyPart part(Attached attachment) throws MessagingException {
    var part = new MimeBodyPart();
    var bytes = attachment.content().toArray();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, attachment.type())));
    part.setFileName(attachment.name());
    part.setDisposition(attachment.inline() ? Part.INLINE : Part.ATTACHMENT);
    if (attachment.contentId() != null) {
      part.setContentID('<' + attachment.contentId() + '>');
    }
    return part;
  }

  private static InternetAddress[] internet(List<Address> addresses) {
    return addresses.stream().map(Address::internet).toArray(InternetAddress[]::new);
  }

  /// Keeps its own id instead of making one.
  private static final class Stamped extends MimeMessage {
    private final Stamp stamp;

    Stamped(Stamp stamp) {
      super((Session) null);
      this.stamp = stamp;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", stamp.header());
    }
  }
}
