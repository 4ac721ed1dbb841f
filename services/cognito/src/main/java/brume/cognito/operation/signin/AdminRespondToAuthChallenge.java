package brume.cognito.operation.signin;

import brume.cognito.auth.Answer;
import brume.cognito.auth.Attempt;
import brume.cognito.auth.SignIn;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminRespondToAuthChallengeRequest;
import brume.model.cognitoidp.AdminRespondToAuthChallengeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Answers what a sign-in asked, for the user.
final class AdminRespondToAuthChallenge
    implements Operation<AdminRespondToAuthChallengeRequest, AdminRespondToAuthChallengeResponse> {
  private final Directory directory;
  private final SignIn signIn;

  AdminRespondToAuthChallenge(Directory directory, SignIn signIn) {
    this.directory = directory;
    this.signIn = signIn;
  }

  @Override
  public Access access(Call call, AdminRespondToAuthChallengeRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminRespondToAuthChallengeResponse run(
      Call call, AdminRespondToAuthChallengeRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var client = directory.clients().get(pool, input.clientId());
    var attempt =
        new Attempt(
            call,
            client,
            Metadata.of(input.challengeResponses()),
            Metadata.of(input.clientMetadata()),
            Attempt.Way.ADMIN);
    return shown(signIn.respond(attempt, input.challengeName(), input.session()));
  }

  private static AdminRespondToAuthChallengeResponse shown(Answer answer) {
    return switch (answer) {
      case Answer.Authenticated(_, var result) ->
          AdminRespondToAuthChallengeResponse.builder()
              .authenticationResult(result)
              .challengeParameters(Map.of())
              .build();
      case Answer.Challenge(var name, var parameters, var session) ->
          AdminRespondToAuthChallengeResponse.builder()
              .challengeName(name)
              .challengeParameters(parameters)
              .session(session)
              .build();
    };
  }
}
