package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.secret.Seal;
import brume.cognito.srp.Verifier;
import brume.cognito.user.User;

/// Signing in by sending the password.
final class PasswordFlow {
  private final Applicants applicants;
  private final Migration migration;
  private final Progress progress;
  private final Seal seal;

  PasswordFlow(Applicants applicants, Migration migration, Progress progress, Seal seal) {
    this.seal = seal;
    this.applicants = applicants;
    this.migration = migration;
    this.progress = progress;
  }

  Answer begin(Attempt attempt) {
    var name = attempt.require("USERNAME");
    var password = attempt.require("PASSWORD");
    attempt.checkSecret(name);
    var user = applicants.find(attempt, name);
    if (user == null) {
      var migrated = migration.ofSignIn(attempt, name, password);
      if (migrated == null) {
        takeAsLong(attempt, name, password);
        throw Applicants.unknown(attempt);
      }
      return progress.afterPassword(attempt, migrated);
    }
    applicants.admit(attempt, user);
    if (!matches(attempt, user, password)) {
      throw applicants.failed(attempt, user, Applicants.incorrect());
    }
    return progress.afterPassword(attempt, applicants.succeeded(attempt, user));
  }

  /// So that the time of the answer does not tell who exists.
  private void takeAsLong(Attempt attempt, String name, String password) {
    var nobody = Verifier.ofNobody(seal.mark("nobody " + attempt.pool().id() + ' ' + name));
    var _ = nobody.matches(attempt.pool().shortName(), name, password);
  }

  private static boolean matches(Attempt attempt, User user, String password) {
    var known = user.password();
    if (known == null && user.status() == User.Status.CONFIRMED) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Incorrect username or password.");
    }
    return known != null
        && known.verifier().matches(attempt.pool().shortName(), user.username(), password);
  }
}
