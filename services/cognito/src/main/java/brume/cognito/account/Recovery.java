package brume.cognito.account;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.message.Medium;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.message.Recipient;
import brume.cognito.pool.Client;
import brume.cognito.pool.PasswordRules;
import brume.cognito.pool.Pool;
import brume.cognito.srp.Verifier;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.Code;
import brume.cognito.user.Password;
import brume.cognito.user.User;
import brume.identity.login.Attempts;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.model.cognitoidp.RecoveryOptionType;
import brume.service.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Passwords: forgotten, changed, set by others.
public final class Recovery {
  private static final Code.Purpose PURPOSE = Code.Purpose.FORGOT_PASSWORD;

  /// By the names of `RecoveryOptionType`.
  private static final Map<String, List<Medium>> VERIFIED =
      Map.of(
          "verified_email", List.of(Medium.EMAIL),
          "verified_phone_number", List.of(Medium.SMS));

  private final Directory directory;

  public Recovery(Directory directory) {
    this.directory = directory;
  }

  /// Sends a code by which a new password can be set.
  public CodeDeliveryDetailsType forgot(
      Call call, Client client, String name, Map<String, String> metadata) {
    var pool = client.pool();
    var user = directory.users().find(pool, name);
    if (user == null) {
      if (client.hidesWhoExists()) {
        var address = name.contains("@") ? name : name + "@" + pool.shortName();
        return new Recipient(Medium.EMAIL, address).details();
      }
      throw Users.notFound();
    }
    if (!user.enabled()) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User is disabled.");
    }
    if (user.status() == User.Status.FORCE_CHANGE_PASSWORD) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User password cannot be reset in the current state.");
    }
    if (onlyAdminsReset(pool)) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Contact administrator to reset password.");
    }
    return send(call, pool, client, user, user.status(), metadata);
  }

  private static boolean onlyAdminsReset(Pool pool) {
    var setting = pool.settings().accountRecoverySetting();
    var ways = setting == null ? null : setting.recoveryMechanisms();
    return ways != null && ways.stream().anyMatch(way -> way.name().equals("admin_only"));
  }

  /// The same for somebody who may, after which the old password no longer counts.
  public void reset(Call call, Pool pool, String name, Map<String, String> metadata) {
    var user = directory.users().get(pool, name);
    if (user.status() == User.Status.FORCE_CHANGE_PASSWORD) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User password cannot be reset in the current state.");
    }
    send(call, pool, null, user, User.Status.RESET_REQUIRED, metadata);
  }

  private CodeDeliveryDetailsType send(
      Call call,
      Pool pool,
      @Nullable Client client,
      User user,
      User.Status status,
      Map<String, String> metadata) {
    var to = recipient(pool, user);
    if (to == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Cannot reset password for the user as there is no registered/verified email or"
              + " phone_number");
    }
    var words = Post.words(call, pool, client, Occasion.FORGOT_PASSWORD, user, to, metadata);
    var code = Code.next(PURPOSE, call.now(), call.ids(), null);
    directory
        .users()
        .change(
            pool,
            user.username(),
            (transaction, known) -> {
              Post.owe(call, transaction, pool, words, user.username(), code.value());
              return known.toBuilder().code(PURPOSE, code).status(status).build();
            });
    return to.details();
  }

  /// The first way of the pool that reaches the user; null when none does. A pool that names no
  /// ways prefers the phone.
  ///
  /// Source: Amazon Cognito API reference, `AccountRecoverySettingType`.
  private static @Nullable Recipient recipient(Pool pool, User user) {
    var setting = pool.settings().accountRecoverySetting();
    var ways = setting == null ? null : setting.recoveryMechanisms();
    var mediums =
        ways == null || ways.isEmpty()
            ? Stream.of(Medium.SMS, Medium.EMAIL)
            : ways.stream()
                .sorted(Comparator.comparing(RecoveryOptionType::priority))
                .flatMap(way -> VERIFIED.getOrDefault(way.name(), List.of()).stream());
    return mediums
        .filter(medium -> medium == Medium.EMAIL || pool.sendsTexts())
        .map(medium -> Recipient.verified(user, medium))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Sets a new password by the code that was sent.
  public void confirm(
      Call call,
      Client client,
      String name,
      String given,
      String password,
      Map<String, String> metadata) {
    var pool = client.pool();
    var user = directory.users().find(pool, name);
    if (user == null) {
      throw client.hidesWhoExists() ? Code.mismatch() : Users.notFound();
    }
    new PasswordRules(pool.passwordPolicy()).check(password);
    var verifier = Verifier.of(pool.shortName(), user.username(), password, call.ids());
    var changed =
        directory
            .users()
            .settle(pool, user.username(), known -> checked(call, known, given, verifier));
    Triggers.ask(
        call,
        Trigger.POST_CONFIRMATION,
        Event.about(client, "PostConfirmation_ConfirmForgotPassword", changed, metadata));
  }

  private static Users.Outcome checked(Call call, User user, String given, Verifier verifier) {
    var code = user.codes().get(PURPOSE);
    if (code == null) {
      return new Users.Outcome(user, Code.expired());
    }
    var refusal = code.refusal(given, call.now());
    if (refusal != null) {
      return new Users.Outcome(user.toBuilder().code(PURPOSE, code.failed()).build(), refusal);
    }
    return Users.Outcome.of(
        user.toBuilder()
            .withoutCode(PURPOSE)
            .password(new Password(verifier, null))
            .status(User.Status.CONFIRMED)
            .attempts(Attempts.NONE)
            .modified(call.now())
            .build());
  }

  /// Changes a password for whoever knows the one before; null where there was none.
  public void change(Call call, Pool pool, User user, @Nullable String before, String password) {
    if (user.attempts().lockedAt(call.now())) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Password attempts exceeded");
    }
    var known = user.password();
    boolean isRight =
        known == null
            ? before == null
            : before != null && known.verifier().matches(pool.shortName(), user.username(), before);
    if (!isRight) {
      directory
          .users()
          .change(
              pool,
              user.username(),
              (_, each) -> each.toBuilder().attempts(each.attempts().failed(call.now())).build());
      throw NOT_AUTHORIZED_EXCEPTION.because("Incorrect username or password.");
    }
    set(call, pool, user, password, true);
  }

  /// @param permanent whether the user need not choose another at the next sign-in
  public void set(Call call, Pool pool, User user, String password, boolean permanent) {
    new PasswordRules(pool.passwordPolicy()).check(password);
    var verifier = Verifier.of(pool.shortName(), user.username(), password, call.ids());
    var expires = permanent ? null : Invitation.expiry(call, pool);
    var status = permanent ? User.Status.CONFIRMED : User.Status.FORCE_CHANGE_PASSWORD;
    directory
        .users()
        .change(
            pool,
            user.username(),
            (_, known) ->
                known.toBuilder()
                    .password(new Password(verifier, expires))
                    .status(status)
                    .attempts(Attempts.NONE)
                    .modified(call.now())
                    .build());
  }
}
