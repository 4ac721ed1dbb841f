package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.UNSUPPORTED_USER_STATE_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.message.Medium;
import brume.cognito.message.Message;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.message.Recipient;
import brume.cognito.pool.PasswordRules;
import brume.cognito.pool.Pool;
import brume.cognito.pool.SignInNames;
import brume.cognito.request.Metadata;
import brume.cognito.request.UserAttributes;
import brume.cognito.srp.Verifier;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.Password;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.service.Call;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Users whom somebody else makes, and who get a temporary password by mail or by text.
///
/// Where no way of delivery is named, mail is taken if there is an address, else a text.
public final class Invitation {
  private final Directory directory;

  public Invitation(Directory directory) {
    this.directory = directory;
  }

  static Instant expiry(Call call, Pool pool) {
    Integer days = pool.passwordPolicy().temporaryPasswordValidityDays();
    return call.now()
        .plus(Duration.ofDays(days == null ? PasswordRules.DEFAULT_TEMPORARY_DAYS : days));
  }

  public User invite(Call call, Pool pool, AdminCreateUserRequest input) {
    if ("RESEND".equals(input.messageAction())) {
      return again(call, pool, input);
    }
    var password = password(call, pool, input);
    var user = user(call, pool, input, password);
    screen(call, pool, user, input);
    var messages = words(call, pool, user, input);
    return directory
        .users()
        .create(pool, user, transaction -> owe(call, transaction, pool, messages, user, password));
  }

  private static String password(Call call, Pool pool, AdminCreateUserRequest input) {
    var rules = new PasswordRules(pool.passwordPolicy());
    var given = input.temporaryPassword();
    if (given == null) {
      return rules.temporary(call.ids());
    }
    rules.check(given);
    return given;
  }

  private static User user(Call call, Pool pool, AdminCreateUserRequest input, String password) {
    var attributes = UserAttributes.of(input.userAttributes());
    attributes.remove("sub");
    var sub = call.ids().uuid().toString();
    var name = new SignInNames(pool).attributeOf(input.username());
    if (name != null) {
      attributes.putIfAbsent(name, input.username());
    }
    pool.schema().checkGiven(attributes);
    var username = name == null ? input.username() : sub;
    var status = User.Status.FORCE_CHANGE_PASSWORD;
    return User.of(username, sub, attributes, status, call.now()).toBuilder()
        .password(password(call, pool, username, password))
        .build();
  }

  private static Password password(Call call, Pool pool, String username, String password) {
    var verifier = Verifier.of(pool.shortName(), username, password, call.ids());
    return new Password(verifier, expiry(call, pool));
  }

  private static void screen(Call call, Pool pool, User user, AdminCreateUserRequest input) {
    var event =
        new Event(
                pool,
                Event.NO_CLIENT,
                "PreSignUp_AdminCreateUser",
                user.username(),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY)
            .asking("userAttributes", Event.texts(user.attributes()))
            .asking("validationData", Event.texts(UserAttributes.of(input.validationData())))
            .asking(Metadata.of(input.clientMetadata()))
            .expecting("autoConfirmUser", Json.of(false))
            .expecting("autoVerifyEmail", Json.of(false))
            .expecting("autoVerifyPhone", Json.of(false));
    Triggers.ask(call, Trigger.PRE_SIGN_UP, event);
  }

  private User again(Call call, Pool pool, AdminCreateUserRequest input) {
    var known = directory.users().get(pool, input.username());
    if (known.status() != User.Status.FORCE_CHANGE_PASSWORD) {
      throw UNSUPPORTED_USER_STATE_EXCEPTION.because(
          "Resend not possible. " + known.username() + " status is not FORCE_CHANGE_PASSWORD");
    }
    var password = password(call, pool, input);
    var messages = words(call, pool, known, input);
    var fresh = password(call, pool, known.username(), password);
    return directory
        .users()
        .change(
            pool,
            known.username(),
            (transaction, user) -> {
              owe(call, transaction, pool, messages, user, password);
              return user.toBuilder().password(fresh).modified(call.now()).build();
            });
  }

  private static List<Recipient> recipients(Pool pool, User user, AdminCreateUserRequest input) {
    var ways = input.desiredDeliveryMediums();
    if ("SUPPRESS".equals(input.messageAction())) {
      return List.of();
    }
    if (ways != null) {
      return ways.stream().map(way -> recipient(user, Medium.valueOf(way))).toList();
    }
    var mail = Recipient.of(user, Medium.EMAIL);
    var text = pool.sendsTexts() ? Recipient.of(user, Medium.SMS) : null;
    return Stream.of(mail, text).filter(Objects::nonNull).limit(1).toList();
  }

  private static Recipient recipient(User user, Medium medium) {
    var to = Recipient.of(user, medium);
    if (to == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "User does not have an attribute "
              + medium.attribute()
              + ": there is nowhere to send the invitation.");
    }
    return to;
  }

  private static List<Message> words(
      Call call, Pool pool, User user, AdminCreateUserRequest input) {
    var to = recipients(pool, user, input);
    var metadata = Metadata.of(input.clientMetadata());
    return Post.words(call, pool, null, Occasion.ADMIN_CREATE_USER, user, to, metadata);
  }

  private static void owe(
      Call call,
      Transaction transaction,
      Pool pool,
      List<Message> messages,
      User user,
      String password) {
    for (var message : messages) {
      var name = pool.usernameAttributes().isEmpty() ? user.username() : message.to().address();
      Post.owe(call, transaction, pool, message, name, password);
    }
  }
}
