package brume.sns.text;

import brume.service.Call;
import brume.ses.data.Mail;
import brume.ses.data.Mails;
import brume.ses.mime.Stamp;
import brume.store.Locks;
import brume.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Text messages, kept in the mailbox as mail to a phone number.
public final class Texts {
  private static final String SUBJECT = "Text message";

  private final Store store;
  private final Mails mails;

  public Texts(Store store, Mails mails) {
    this.store = store;
    this.mails = mails;
  }

  /// Keeps a text and returns its id.
  ///
  /// @param sender as phones show it: letters and digits only
  /// @param number in E.164, such as `+15550100`
  public String keep(Call call, String sender, String number, String text) {
    var unique = call.ids().uuid();
    var message = message(call, sender, number, text, unique);
    var mail =
        new Mail(
            Stamp.of(call.now(), unique).id(),
            sender,
            List.of(number),
            SUBJECT,
            List.of(),
            Map.of(),
            (long) message.length);
    store.transact(
        Locks.NONE,
        transaction -> {
          mails.put(transaction, call.scope(), mail, message);
          return mail;
        });
    return unique.toString();
  }

  private static byte[] message(Call call, String sender, String number, String text, UUID unique) {
    var content = text.getBytes(StandardCharsets.UTF_8);
    var lines =
        List.of(
            "From: " + sender,
            "To: " + number,
            "Subject: " + SUBJECT,
            "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(call.now().atOffset(ZoneOffset.UTC)),
            "Message-ID: <" + unique + "@sns.amazonaws.com>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(content),
            "");
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
