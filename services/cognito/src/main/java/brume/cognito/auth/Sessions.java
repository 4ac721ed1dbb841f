package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.json.Json;
import brume.shape.ServiceException;
import java.time.Instant;
import java.util.Objects;

/// Sessions travel with the client, sealed, so that whoever begins to sign in and stops leaves
/// nothing behind. What is kept is which of them were used.
final class Sessions {
  private final Directory directory;

  Sessions(Directory directory) {
    this.directory = directory;
  }

  String open(Attempt attempt, String username, String challenge, Json.Obj data) {
    var call = attempt.call();
    var expires = call.now().plus(attempt.client().sessionValidity());
    var content =
        Json.object(
            "id", Json.of(call.ids().uuid().toString()),
            "user", Json.of(username),
            "challenge", Json.of(challenge),
            "expires", Json.of(expires.getEpochSecond()),
            "data", data);
    return directory.seal().closeText(purpose(attempt.client()), content.print());
  }

  /// Throws `NotAuthorizedException` for what is no session for this challenge, or no longer.
  Session resume(Attempt attempt, String challenge, String sealed) {
    var text = directory.seal().openText(purpose(attempt.client()), sealed);
    if (text == null) {
      throw invalid("Invalid session for the user.");
    }
    var json = (Json.Obj) Json.parse(text);
    var session =
        new Session(
            text(json, "id"),
            text(json, "user"),
            text(json, "challenge"),
            Instant.ofEpochSecond(Long.parseLong(text(json, "expires"))),
            (Json.Obj) Objects.requireNonNull(json.get("data")));
    if (!session.challenge().equals(challenge)) {
      throw invalid("Invalid session for the user.");
    }
    if (!attempt.call().now().isBefore(session.expires())) {
      throw invalid("Invalid session for the user, session is expired.");
    }
    return session;
  }

  /// From now on the session is worth nothing.
  void spend(Attempt attempt, Session session) {
    if (!directory.spent().spend(attempt.pool(), session.id(), session.expires())) {
      throw invalid("Invalid session for the user, session can only be used once.");
    }
  }

  private static ServiceException invalid(String text) {
    return NOT_AUTHORIZED_EXCEPTION.because(text);
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }

  private static String purpose(Client client) {
    return "session " + client.pool().id() + ' ' + client.id();
  }
}
