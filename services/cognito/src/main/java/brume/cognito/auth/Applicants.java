package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.identity.login.Attempts;
import brume.json.Json;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Those who want to sign in: who they are, whether they may try, and how often they failed.
final class Applicants {
  private final Directory directory;

  Applicants(Directory directory) {
    this.directory = directory;
  }

  @Nullable User find(Attempt attempt, String name) {
    return directory.users().find(attempt.pool(), name);
  }

  /// What is answered about a name that nobody has.
  static ServiceException unknown(Attempt attempt) {
    return attempt.client().hidesWhoExists() ? incorrect() : Users.notFound();
  }

  static ServiceException incorrect() {
    return NOT_AUTHORIZED_EXCEPTION.because("Incorrect username or password.");
  }

  /// Throws `NotAuthorizedException` when the user may not try now, or a function of the pool is
  /// against it.
  void admit(Attempt attempt, User user) {
    requireFree(attempt, user);
    Triggers.ask(
        attempt.call(),
        Trigger.PRE_AUTHENTICATION,
        Event.about(attempt.client(), "PreAuthentication_Authentication", user, java.util.Map.of())
            .asking("validationData", Event.texts(attempt.metadata()))
            .asking("userNotFound", Json.of(false)));
  }

  void requireFree(Attempt attempt, User user) {
    if (!user.enabled()) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User is disabled.");
    }
    if (user.attempts().lockedAt(attempt.call().now())) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Password attempts exceeded");
    }
  }

  /// Counts a wrong answer, and throws what is to be said to it.
  ServiceException failed(Attempt attempt, User user, ServiceException refusal) {
    directory
        .users()
        .change(
            attempt.pool(),
            user.username(),
            (_, known) ->
                known.toBuilder().attempts(known.attempts().failed(attempt.call().now())).build());
    return refusal;
  }

  /// Forgets the wrong answers before the right one.
  User succeeded(Attempt attempt, User user) {
    if (user.attempts().failures() == 0) {
      return user;
    }
    return directory
        .users()
        .change(
            attempt.pool(),
            user.username(),
            (_, known) -> known.toBuilder().attempts(Attempts.NONE).build());
  }
}
