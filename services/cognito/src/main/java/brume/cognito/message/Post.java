package brume.cognito.message;

import brume.base.Bytes;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.model.cognitoidp.EmailConfigurationType;
import brume.service.Call;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Transaction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes to users, by mail. What is written is owed by the transaction that makes its code.
public final class Post {
  /// The kind of what is owed.
  static final String KIND = "cognito.mail";

  private static final String DEFAULT_SENDER = "no-reply@verificationemail.com";

  private Post() {}

  /// The words for an occasion, which a function of the pool may choose.
  ///
  /// @param client null where none is concerned
  public static Message words(
      Call call,
      Pool pool,
      @Nullable Client client,
      Occasion occasion,
      User user,
      Map<String, String> metadata) {
    var words = occasion.words(pool);
    var event =
        new Event(
                pool,
                client == null ? Event.NO_CLIENT : client.id(),
                occasion.source(),
                user.username(),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY)
            .asking("userAttributes", Event.texts(user.shown()))
            .asking("codeParameter", Json.of(Message.CODE))
            .asking("usernameParameter", Json.of(Message.USERNAME))
            .asking(metadata)
            .expecting("smsMessage", Json.ofNull())
            .expecting("emailMessage", Json.ofNull())
            .expecting("emailSubject", Json.ofNull());
    var answer = Triggers.ask(call, Trigger.CUSTOM_MESSAGE, event);
    if (answer == null) {
      return words;
    }
    var subject = text(answer, "emailSubject");
    var body = text(answer, "emailMessage");
    return new Message(
        subject == null ? words.subject() : subject, body == null ? words.body() : body);
  }

  private static @Nullable String text(Json.Obj answer, String name) {
    var value = answer.get(name);
    return value == null ? null : value.text();
  }

  /// Owes a message from the transaction's commit on.
  public static void owe(
      Call call,
      Transaction transaction,
      Pool pool,
      Message message,
      String to,
      String username,
      String code) {
    var filled = message.filled(username, code);
    var letter =
        new Letter(sender(pool), to, filled.subject(), filled.body(), pool.arn().toString());
    Outbox.owe(
        transaction,
        call.now(),
        new Owed(
            KIND,
            pool.scope(),
            call.ids().uuid().toString(),
            1,
            call.now(),
            Bytes.utf8(letter.json().print())));
  }

  private static String sender(Pool pool) {
    EmailConfigurationType mail = pool.settings().emailConfiguration();
    if (mail == null || !"DEVELOPER".equals(mail.emailSendingAccount())) {
      return DEFAULT_SENDER;
    }
    if (mail.from() != null) {
      return mail.from();
    }
    var arn = mail.sourceArn();
    return arn == null ? DEFAULT_SENDER : arn.substring(arn.indexOf('/') + 1);
  }

  /// Where a mail went, as callers are told: not readable as an address.
  public static CodeDeliveryDetailsType sent(String email) {
    int at = email.indexOf('@');
    var hidden =
        email.charAt(0) + "***@" + email.charAt(Math.min(at + 1, email.length() - 1)) + "***";
    return new CodeDeliveryDetailsType("email", "EMAIL", hidden);
  }
}
