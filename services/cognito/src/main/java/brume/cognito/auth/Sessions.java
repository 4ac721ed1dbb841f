package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.json.Json;
import brume.service.Call;
import brume.shape.ServiceException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Sessions travel with the client, sealed, so that whoever begins to sign in and stops leaves
/// nothing behind. What is kept is which of them were used.
final class Sessions {
  private static final char SEPARATOR = '.';

  private final Directory directory;

  Sessions(Directory directory) {
    this.directory = directory;
  }

  /// The client's id goes before, since setting up an app names no client.
  String open(Attempt attempt, String username, String challenge, Json.Obj data) {
    return attempt.client().id() + SEPARATOR + seal(attempt, username, challenge, data);
  }

  String seal(Attempt attempt, String username, String challenge, Json.Obj data) {
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

  /// A session and the step of whose sign-in it is.
  record Resumed(Attempt attempt, Session session) {}

  /// The same where only the session tells whose client it is.
  Resumed resumeAny(Call call, String challenge, String sealed) {
    int end = sealed.indexOf(SEPARATOR);
    if (end < 0) {
      throw invalid("Invalid session for the user.");
    }
    var client = directory.clients().get(sealed.substring(0, end));
    var attempt = new Attempt(call, client, Map.of(), Map.of(), Attempt.Way.CLIENT);
    return new Resumed(attempt, resume(attempt, challenge, sealed));
  }

  /// Throws `NotAuthorizedException` for what is no session for this challenge, or no longer.
  Session resume(Attempt attempt, String challenge, String sealed) {
    var json = content(attempt, sealed.substring(sealed.indexOf(SEPARATOR) + 1));
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

  private Json.Obj content(Attempt attempt, String sealed) {
    var text = directory.seal().openText(purpose(attempt.client()), sealed);
    if (text == null) {
      throw invalid("Invalid session for the user.");
    }
    return (Json.Obj) Json.parse(text);
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
