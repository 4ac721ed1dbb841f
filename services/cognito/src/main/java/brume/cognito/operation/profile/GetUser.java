package brume.cognito.operation.profile;

import brume.cognito.request.MfaSettings;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.GetUserRequest;
import brume.model.cognitoidp.GetUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows whoever holds the access token.
final class GetUser implements Operation<GetUserRequest, GetUserResponse> {
  private final AccessTokens tokens;

  GetUser(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, GetUserRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public GetUserResponse run(Call call, GetUserRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    var user = bearer.user();
    return GetUserResponse.builder()
        .username(user.username())
        .userAttributes(
            UserAttributes.shown(UserAttributes.readableBy(bearer.client(), user.shown())))
        .userMfaSettingList(MfaSettings.enabled(user))
        .preferredMfaSetting(MfaSettings.preferred(user))
        .build();
  }
}
