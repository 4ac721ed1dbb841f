package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_LAMBDA_RESPONSE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.auth.Answer.Challenge;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.json.Json;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signing in by challenges that functions of the pool define, make and check.
///
/// Source: Amazon Cognito Developer Guide, "Custom authentication challenge Lambda triggers".
final class CustomFlow {
  static final String CHALLENGE = "CUSTOM_CHALLENGE";

  private static final String HISTORY = "history";
  private static final String PRIVATE = "private";

  private final Applicants applicants;
  private final Sessions sessions;
  private final SrpFlow srp;
  private final Progress progress;

  CustomFlow(Applicants applicants, Sessions sessions, SrpFlow srp, Progress progress) {
    this.applicants = applicants;
    this.sessions = sessions;
    this.srp = srp;
    this.progress = progress;
  }

  Answer begin(Attempt attempt) {
    var name = attempt.require("USERNAME");
    attempt.checkSecret(name);
    var user = applicants.find(attempt, name);
    if (user == null) {
      throw Applicants.unknown(attempt);
    }
    applicants.admit(attempt, user);
    boolean proves = "SRP_A".equals(attempt.get("CHALLENGE_NAME"));
    var history = proves ? List.of(result("SRP_A", true, null)) : List.<Json>of();
    return define(attempt, user, history);
  }

  /// Whether a password was proved on the way of this flow.
  boolean isBegun(Json.Obj data) {
    return data.has(HISTORY);
  }

  Answer afterPassword(Attempt attempt, User user, Json.Obj data) {
    return define(attempt, user, with(data, result(SrpFlow.PASSWORD_VERIFIER, true, null)));
  }

  Answer answer(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, CHALLENGE, sealed);
    attempt.checkSecret(session.username(), attempt.require("USERNAME"));
    var user = applicants.find(attempt, session.username());
    if (user == null) {
      throw Applicants.unknown(attempt);
    }
    applicants.requireFree(attempt, user);
    sessions.spend(attempt, session);
    var data = session.data();
    var event =
        Event.about(
                attempt.client(),
                "VerifyAuthChallengeResponse_Authentication",
                user,
                attempt.metadata())
            .asking("privateChallengeParameters", Objects.requireNonNull(data.get(PRIVATE)))
            .asking("challengeAnswer", Json.of(attempt.require("ANSWER")))
            .expecting("answerCorrect", Json.ofNull());
    var verdict = ask(attempt, Trigger.VERIFY_AUTH_CHALLENGE, event);
    boolean isCorrect = isTrue(verdict, "answerCorrect");
    var metadata = data.get("metadata");
    var history =
        with(data, result(CHALLENGE, isCorrect, metadata == null ? null : metadata.text()));
    return define(attempt, user, history);
  }

  /// What comes next, by the function that knows what was before.
  private Answer define(Attempt attempt, User user, List<Json> history) {
    var event =
        Event.about(
                attempt.client(), "DefineAuthChallenge_Authentication", user, attempt.metadata())
            .asking("session", new Json.Arr(history))
            .expecting("challengeName", Json.ofNull())
            .expecting("issueTokens", Json.ofNull())
            .expecting("failAuthentication", Json.ofNull());
    var next = ask(attempt, Trigger.DEFINE_AUTH_CHALLENGE, event);
    if (isTrue(next, "failAuthentication")) {
      throw applicants.failed(attempt, user, Applicants.incorrect());
    }
    if (isTrue(next, "issueTokens")) {
      return signedIn(attempt, user);
    }
    var name = next.get("challengeName");
    var challenge = name == null ? null : name.text();
    if (SrpFlow.PASSWORD_VERIFIER.equals(challenge)) {
      return srp.begin(attempt, Json.object(HISTORY, new Json.Arr(history)));
    }
    if (!CHALLENGE.equals(challenge)) {
      throw INVALID_LAMBDA_RESPONSE_EXCEPTION.because(
          "DefineAuthChallenge answered the challenge name " + challenge);
    }
    return create(attempt, user, history);
  }

  private Answer signedIn(Attempt attempt, User user) {
    if (user.status() != User.Status.CONFIRMED) {
      return progress.afterPassword(attempt, user);
    }
    return progress.signedIn(attempt, applicants.succeeded(attempt, user), "Authentication");
  }

  private Answer create(Attempt attempt, User user, List<Json> history) {
    var event =
        Event.about(
                attempt.client(), "CreateAuthChallenge_Authentication", user, attempt.metadata())
            .asking("challengeName", Json.of(CHALLENGE))
            .asking("session", new Json.Arr(history))
            .expecting("publicChallengeParameters", Json.ofNull())
            .expecting("privateChallengeParameters", Json.ofNull())
            .expecting("challengeMetadata", Json.ofNull());
    var made = ask(attempt, Trigger.CREATE_AUTH_CHALLENGE, event);
    var parameters = new LinkedHashMap<String, String>();
    if (made.get("publicChallengeParameters") instanceof Json.Obj(Map<String, Json> fields)) {
      fields.forEach((name, value) -> parameters.put(name, String.valueOf(value.text())));
    }
    parameters.put("USERNAME", user.username());
    var hidden = made.get("privateChallengeParameters");
    var metadata = made.get("challengeMetadata");
    var data =
        Json.object(
            HISTORY,
            new Json.Arr(history),
            PRIVATE,
            hidden instanceof Json.Obj ? hidden : Json.Obj.EMPTY,
            "metadata",
            metadata == null ? Json.ofNull() : metadata);
    return new Challenge(
        CHALLENGE, parameters, sessions.open(attempt, user.username(), CHALLENGE, data));
  }

  private static Json.Obj ask(Attempt attempt, Trigger trigger, Event event) {
    var answer = Triggers.ask(attempt.call(), trigger, event);
    if (answer == null) {
      throw lacking();
    }
    return answer;
  }

  private static ServiceException lacking() {
    return INVALID_PARAMETER_EXCEPTION.because("Custom auth lambda trigger is not configured.");
  }

  private static List<Json> with(Json.Obj data, Json result) {
    var history = new ArrayList<>(Objects.requireNonNull(data.get(HISTORY)).list());
    history.add(result);
    return history;
  }

  private static Json result(String name, boolean isRight, @Nullable String metadata) {
    return Json.object(
        "challengeName", Json.of(name),
        "challengeResult", Json.of(isRight),
        "challengeMetadata", Json.of(metadata));
  }

  private static boolean isTrue(Json.Obj answer, String name) {
    return answer.get(name) instanceof Json.Bool(boolean value) && value;
  }
}
