package brume.ses.mime;

import brume.base.Bytes;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people see of a message.
///
/// @param headers decoded, in their order
/// @param text null when there is none
/// @param html null when there is none
public record Letter(
    List<Field> headers, @Nullable String text, @Nullable String html, List<Attached> attachments) {
  /// How deep parts may lie in parts; what lies deeper is not looked at.
  static final int MAX_DEPTH = 20;

  public record Field(String name, String value) {}

  /// A message that cannot be read is shown as text as it is.
  public static Letter read(byte[] message) {
    try {
      var reader = new Reader();
      var mime = RawMail.parse(message);
      reader.part(mime, 0);
      var headers = Collections.list(mime.getAllHeaders()).stream().map(Letter::field).toList();
      return new Letter(headers, reader.text, reader.html, List.copyOf(reader.attachments));
    } catch (MessagingException | IOException _) {
      return new Letter(List.of(), new String(message, StandardCharsets.UTF_8), null, List.of());
    }
  }

  private static Field field(Header header) {
    var unfolded = MimeUtility.unfold(header.getValue());
    try {
      return new Field(header.getName(), MimeUtility.decodeText(unfolded));
    } catch (java.io.UnsupportedEncodingException _) {
      return new Field(header.getName(), unfolded);
    }
  }

  private static final class Reader {
    private final List<Attached> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    void part(Part part, int depth) throws MessagingException, IOException {
      boolean isFile = part.getFileName() != null || Part.ATTACHMENT.equals(part.getDisposition());
      if (part.isMimeType("multipart/*") && depth < MAX_DEPTH) {
        var parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
          part(parts.getBodyPart(i), depth + 1);
        }
      } else if (!isFile && text == null && part.isMimeType("text/plain")) {
        text = textOf(part);
      } else if (!isFile && html == null && part.isMimeType("text/html")) {
        html = textOf(part);
      } else {
        attachments.add(attached(part));
      }
    }

    private static String textOf(Part part) throws MessagingException, IOException {
      try {
        return String.valueOf(part.getContent());
      } catch (java.io.UnsupportedEncodingException _) {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    private Attached attached(Part part) throws MessagingException, IOException {
      var name = part.getFileName();
      var type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      var id = part instanceof MimePart mime ? mime.getContentID() : null;
      return new Attached(
          name == null ? "part-" + (attachments.size() + 1) : MimeUtility.decodeText(name),
          type,
          id == null ? null : id.replaceAll("^<|>$", ""),
          Part.INLINE.equals(part.getDisposition()),
          Bytes.wrap(part.getInputStream().readAllBytes()));
    }
  }
}
