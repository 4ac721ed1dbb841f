package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.pool.Pool;
import brume.cognito.pool.SignInNames;
import brume.cognito.srp.Verifier;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.Password;
import brume.cognito.user.User;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes over users whom only a function of the pool knows.
///
/// Source: Amazon Cognito Developer Guide, "Migrate user Lambda trigger".
final class Migration {
  private final Directory directory;

  Migration(Directory directory) {
    this.directory = directory;
  }

  /// The user who is now in the pool; null when it has no such function.
  @Nullable User ofSignIn(Attempt attempt, String name, String password) {
    var pool = attempt.pool();
    var event =
        new Event(
                pool,
                attempt.client().id(),
                "UserMigration_Authentication",
                name,
                Json.Obj.EMPTY,
                Json.Obj.EMPTY)
            .asking("password", Json.of(password))
            .asking("validationData", Event.texts(Map.of()))
            .asking(attempt.metadata())
            .expecting("userAttributes", Json.ofNull())
            .expecting("finalUserStatus", Json.ofNull())
            .expecting("messageAction", Json.ofNull())
            .expecting("desiredDeliveryMediums", Json.ofNull())
            .expecting("forceAliasCreation", Json.ofNull());
    var answer = Triggers.ask(attempt.call(), Trigger.USER_MIGRATION, event);
    if (answer == null) {
      return null;
    }
    if (!(answer.get("userAttributes") instanceof Json.Obj(Map<String, Json> fields))) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Exception migrating user in app client");
    }
    var attributes = new LinkedHashMap<String, String>();
    fields.forEach(
        (attribute, value) -> {
          var text = value.text();
          if (text != null && !attribute.equals("username")) {
            attributes.put(attribute, text);
          }
        });
    return create(attempt, pool, name, password, attributes, status(answer));
  }

  private static User.Status status(Json.Obj answer) {
    var status = answer.get("finalUserStatus");
    return status != null && "CONFIRMED".equals(status.text())
        ? User.Status.CONFIRMED
        : User.Status.RESET_REQUIRED;
  }

  private User create(
      Attempt attempt,
      Pool pool,
      String name,
      String password,
      Map<String, String> attributes,
      User.Status status) {
    pool.schema().checkNew(attributes);
    var call = attempt.call();
    var sub = call.ids().uuid().toString();
    var username = new SignInNames(pool).attributeOf(name) == null ? name : sub;
    var verifier = Verifier.of(pool.shortName(), username, password, call.ids());
    var user =
        User.of(username, sub, attributes, status, call.now()).toBuilder()
            .password(new Password(verifier, null))
            .build();
    return directory.users().create(pool, user, _ -> {});
  }
}
