package brume.cognito.auth;

import brume.cognito.data.Directory;
import brume.cognito.message.Medium;
import brume.cognito.message.Message;
import brume.cognito.message.Occasion;
import brume.cognito.message.Post;
import brume.cognito.message.Recipient;
import brume.cognito.pool.Pool;
import brume.cognito.user.Code;
import brume.cognito.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which second factors a sign-in asks for.
///
/// Source: Amazon Cognito Developer Guide, "Adding MFA to a user pool".
final class SecondFactors {
  private final Directory directory;

  SecondFactors(Directory directory) {
    this.directory = directory;
  }

  /// What the user may be asked for: one of several is for the user to choose. None when the pool
  /// asks for none, or the user has none.
  List<Factor> of(Pool pool, User user) {
    if (pool.mfa() == Pool.Mfa.OFF) {
      return List.of();
    }
    var possible = possible(pool, user);
    var preferred = possible.stream().filter(factor -> prefers(user, factor)).toList();
    if (!preferred.isEmpty()) {
      return preferred;
    }
    var chosen = possible.stream().filter(factor -> enabled(user, factor)).toList();
    return chosen.isEmpty() && pool.mfa() == Pool.Mfa.ON ? possible : chosen;
  }

  private List<Factor> possible(Pool pool, User user) {
    var possible = new ArrayList<Factor>();
    if (directory.mfa().offersTexts(pool) && Recipient.verified(user, Medium.SMS) != null) {
      possible.add(Factor.SMS_MFA);
    }
    if (user.totp().verified()) {
      possible.add(Factor.SOFTWARE_TOKEN_MFA);
    }
    return possible;
  }

  private static boolean enabled(User user, Factor factor) {
    return switch (factor) {
      case SMS_MFA -> user.sms().enabled();
      case SOFTWARE_TOKEN_MFA -> user.totp().enabled();
    };
  }

  private static boolean prefers(User user, Factor factor) {
    boolean isPreferred =
        switch (factor) {
          case SMS_MFA -> user.sms().preferred();
          case SOFTWARE_TOKEN_MFA -> user.totp().preferred();
        };
    return isPreferred && enabled(user, factor);
  }

  /// What the user of a pool that asks for a factor can set up during a sign-in.
  List<Factor> toSetUp(Pool pool) {
    return directory.mfa().offersApps(pool) ? List.of(Factor.SOFTWARE_TOKEN_MFA) : List.of();
  }

  /// Sends a code to the user's phone, and tells where.
  Recipient send(Attempt attempt, User user) {
    var call = attempt.call();
    var pool = attempt.pool();
    var to = Objects.requireNonNull(Recipient.verified(user, Medium.SMS));
    Message words =
        Post.words(
            call, pool, attempt.client(), Occasion.AUTHENTICATION, user, to, attempt.metadata());
    var code = Code.next(Code.Purpose.SMS_MFA, call.now(), call.ids(), null);
    directory
        .users()
        .change(
            pool,
            user.username(),
            (transaction, known) -> {
              Post.owe(call, transaction, pool, words, known.username(), code.value());
              return known.toBuilder().code(Code.Purpose.SMS_MFA, code).build();
            });
    return to;
  }
}
