package brume.cognito.operation.signin;

import brume.cognito.auth.Answer;
import brume.cognito.auth.Attempt;
import brume.cognito.auth.SignIn;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminInitiateAuthRequest;
import brume.model.cognitoidp.AdminInitiateAuthResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Begins to sign a user in, for the user.
final class AdminInitiateAuth
    implements Operation<AdminInitiateAuthRequest, AdminInitiateAuthResponse> {
  private final Directory directory;
  private final SignIn signIn;

  AdminInitiateAuth(Directory directory, SignIn signIn) {
    this.directory = directory;
    this.signIn = signIn;
  }

  @Override
  public Access access(Call call, AdminInitiateAuthRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminInitiateAuthResponse run(Call call, AdminInitiateAuthRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var client = directory.clients().get(pool, input.clientId());
    Lacking.refuse("Session of InitiateAuth", input.session());
    var attempt =
        new Attempt(
            call,
            client,
            Metadata.of(input.authParameters()),
            Metadata.of(input.clientMetadata()),
            Attempt.Way.ADMIN);
    return shown(signIn.begin(attempt, input.authFlow()));
  }

  private static AdminInitiateAuthResponse shown(Answer answer) {
    return switch (answer) {
      case Answer.Authenticated(_, var result) ->
          AdminInitiateAuthResponse.builder()
              .authenticationResult(result)
              .challengeParameters(Map.of())
              .build();
      case Answer.Challenge(var name, var parameters, var session) ->
          AdminInitiateAuthResponse.builder()
              .challengeName(name)
              .challengeParameters(parameters)
              .session(session)
              .build();
    };
  }
}
