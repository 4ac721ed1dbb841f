package brume.cognito.operation.signin;

import brume.cognito.auth.Answer;
import brume.cognito.auth.Attempt;
import brume.cognito.auth.SignIn;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.InitiateAuthRequest;
import brume.model.cognitoidp.InitiateAuthResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Begins to sign a user in.
final class InitiateAuth implements Operation<InitiateAuthRequest, InitiateAuthResponse> {
  private final Directory directory;
  private final SignIn signIn;

  InitiateAuth(Directory directory, SignIn signIn) {
    this.directory = directory;
    this.signIn = signIn;
  }

  @Override
  public Access access(Call call, InitiateAuthRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public InitiateAuthResponse run(Call call, InitiateAuthRequest input) {
    var client = directory.clients().get(input.clientId());
    Lacking.refuse("Session of InitiateAuth", input.session());
    var attempt =
        new Attempt(
            call,
            client,
            Metadata.of(input.authParameters()),
            Metadata.of(input.clientMetadata()),
            Attempt.Way.CLIENT);
    return shown(signIn.begin(attempt, input.authFlow()));
  }

  private static InitiateAuthResponse shown(Answer answer) {
    return switch (answer) {
      case Answer.Authenticated(_, var result) ->
          InitiateAuthResponse.builder()
              .authenticationResult(result)
              .challengeParameters(Map.of())
              .build();
      case Answer.Challenge(var name, var parameters, var session) ->
          InitiateAuthResponse.builder()
              .challengeName(name)
              .challengeParameters(parameters)
              .session(session)
              .build();
    };
  }
}
