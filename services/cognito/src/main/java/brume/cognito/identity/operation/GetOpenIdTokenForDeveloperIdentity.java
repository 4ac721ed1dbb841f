package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.DeveloperLogins;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetOpenIdTokenForDeveloperIdentityInput;
import brume.model.cognitoidentity.GetOpenIdTokenForDeveloperIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Duration;
import java.util.Map;

/// Gives a developer, who signs in users by ways of their own, a token for one of them.
final class GetOpenIdTokenForDeveloperIdentity
    implements Operation<
        GetOpenIdTokenForDeveloperIdentityInput, GetOpenIdTokenForDeveloperIdentityResponse> {
  private static final Duration DEFAULT_LIFE = Duration.ofMinutes(15);

  private final IdentityDirectory directory;
  private final DeveloperLogins developers;

  GetOpenIdTokenForDeveloperIdentity(IdentityDirectory directory, DeveloperLogins developers) {
    this.directory = directory;
    this.developers = developers;
  }

  @Override
  public Access access(Call call, GetOpenIdTokenForDeveloperIdentityInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public GetOpenIdTokenForDeveloperIdentityResponse run(
      Call call, GetOpenIdTokenForDeveloperIdentityInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var life =
        input.tokenDuration() == null ? DEFAULT_LIFE : Duration.ofSeconds(input.tokenDuration());
    var identity = developers.identify(call, pool, input.identityId(), input.logins());
    var tags = input.principalTags() == null ? Map.<String, String>of() : input.principalTags();
    var token = developers.token(call, pool, identity, input.logins(), tags, life);
    return new GetOpenIdTokenForDeveloperIdentityResponse(identity.id(), token);
  }
}
