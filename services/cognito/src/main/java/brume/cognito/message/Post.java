package brume.cognito.message;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_DELIVERY_FAILURE_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.EmailConfigurationType;
import brume.service.Call;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes to users, by mail and by text. What is written is owed by the transaction that makes its
/// code.
public final class Post {
  /// The kind of mails that are owed.
  static final String MAIL = "cognito.mail";

  /// The kind of texts that are owed.
  static final String TEXT = "cognito.sms";

  private static final String DEFAULT_SENDER = "no-reply@verificationemail.com";

  private Post() {}

  /// The words for an occasion, which a function of the pool may choose.
  ///
  /// Throws `CodeDeliveryFailureException` for a text where the pool has nobody to send it.
  ///
  /// @param client null where none is concerned
  public static Message words(
      Call call,
      Pool pool,
      @Nullable Client client,
      Occasion occasion,
      User user,
      Recipient to,
      Map<String, String> metadata) {
    return words(call, pool, client, occasion, user, List.of(to), metadata).getFirst();
  }

  /// The words for each of several recipients.
  public static List<Message> words(
      Call call,
      Pool pool,
      @Nullable Client client,
      Occasion occasion,
      User user,
      List<Recipient> recipients,
      Map<String, String> metadata) {
    if (recipients.isEmpty()) {
      return List.of();
    }
    recipients.forEach(to -> requireSender(pool, to));
    var chosen = ask(call, pool, client, occasion, user, metadata);
    return recipients.stream().map(to -> chosen(occasion.words(pool, to), chosen)).toList();
  }

  private static void requireSender(Pool pool, Recipient to) {
    if (to.medium() == Medium.SMS && !pool.sendsTexts()) {
      throw CODE_DELIVERY_FAILURE_EXCEPTION.because(
          "The user pool has no SmsConfiguration to send a text with");
    }
  }

  private static Json.@Nullable Obj ask(
      Call call,
      Pool pool,
      @Nullable Client client,
      Occasion occasion,
      User user,
      Map<String, String> metadata) {
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
    return Triggers.ask(call, Trigger.CUSTOM_MESSAGE, event);
  }

  /// What a function chose, and the pool's words for the rest.
  private static Message chosen(Message words, Json.@Nullable Obj answer) {
    if (answer == null) {
      return words;
    }
    boolean isMail = words.to().medium() == Medium.EMAIL;
    var subject = isMail ? text(answer, "emailSubject") : null;
    var body = text(answer, isMail ? "emailMessage" : "smsMessage");
    return new Message(
        words.to(),
        subject == null ? words.subject() : subject,
        body == null ? words.body() : body);
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
      String username,
      String code) {
    var filled = message.filled(username, code);
    var arn = pool.arn().toString();
    boolean isMail = message.to().medium() == Medium.EMAIL;
    var json =
        isMail
            ? new Letter(sender(pool), message.to().address(), filled.subject(), filled.body(), arn)
                .json()
            : Text.of(Objects.requireNonNull(pool.settings().smsConfiguration()), filled, arn)
                .json();
    Outbox.owe(
        transaction,
        call.now(),
        new Owed(
            isMail ? MAIL : TEXT,
            pool.scope(),
            call.ids().uuid().toString(),
            1,
            call.now(),
            Bytes.utf8(json.print())));
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
}
