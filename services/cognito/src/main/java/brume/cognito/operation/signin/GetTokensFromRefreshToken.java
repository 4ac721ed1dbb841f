package brume.cognito.operation.signin;

import brume.cognito.auth.RefreshFlow;
import brume.cognito.data.Directory;
import brume.cognito.request.ClientSecret;
import brume.cognito.request.Lacking;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.GetTokensFromRefreshTokenRequest;
import brume.model.cognitoidp.GetTokensFromRefreshTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives further tokens for a refresh token, which rotates where the client says so.
final class GetTokensFromRefreshToken
    implements Operation<GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse> {
  private final Directory directory;
  private final RefreshFlow refresh;

  GetTokensFromRefreshToken(Directory directory, RefreshFlow refresh) {
    this.directory = directory;
    this.refresh = refresh;
  }

  @Override
  public Access access(Call call, GetTokensFromRefreshTokenRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public GetTokensFromRefreshTokenResponse run(Call call, GetTokensFromRefreshTokenRequest input) {
    Lacking.refuse("DeviceKey", input.deviceKey());
    var client = directory.clients().get(input.clientId());
    ClientSecret.check(client, input.clientSecret());
    var metadata = Metadata.of(input.clientMetadata());
    var result = refresh.refresh(call, client, input.refreshToken(), metadata);
    return new GetTokensFromRefreshTokenResponse(result);
  }
}
