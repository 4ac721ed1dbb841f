package brume.cognito.operation.signin;

import brume.cognito.auth.Answer;
import brume.cognito.auth.Attempt;
import brume.cognito.auth.SignIn;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.RespondToAuthChallengeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Answers what a sign-in asked.
final class RespondToAuthChallenge
    implements Operation<RespondToAuthChallengeRequest, RespondToAuthChallengeResponse> {
  private final Directory directory;
  private final SignIn signIn;

  RespondToAuthChallenge(Directory directory, SignIn signIn) {
    this.directory = directory;
    this.signIn = signIn;
  }

  @Override
  public Access access(Call call, RespondToAuthChallengeRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public RespondToAuthChallengeResponse run(Call call, RespondToAuthChallengeRequest input) {
    var client = directory.clients().get(input.clientId());
    var attempt =
        new Attempt(
            call,
            client,
            Metadata.of(input.challengeResponses()),
            Metadata.of(input.clientMetadata()),
            Attempt.Way.CLIENT);
    return shown(signIn.respond(attempt, input.challengeName(), input.session()));
  }

  private static RespondToAuthChallengeResponse shown(Answer answer) {
    return switch (answer) {
      case Answer.Authenticated(_, var result) ->
          RespondToAuthChallengeResponse.builder()
              .authenticationResult(result)
              .challengeParameters(Map.of())
              .build();
      case Answer.Challenge(var name, var parameters, var session) ->
          RespondToAuthChallengeResponse.builder()
              .challengeName(name)
              .challengeParameters(parameters)
              .session(session)
              .build();
    };
  }
}
