package brume.cognito.operation.recovery;

import brume.cognito.account.Recovery;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.ChangePasswordRequest;
import brume.model.cognitoidp.ChangePasswordResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes the password of whoever holds the access token and knows the one before.
final class ChangePassword implements Operation<ChangePasswordRequest, ChangePasswordResponse> {
  private final AccessTokens tokens;
  private final Recovery recovery;

  ChangePassword(AccessTokens tokens, Recovery recovery) {
    this.tokens = tokens;
    this.recovery = recovery;
  }

  @Override
  public Access access(Call call, ChangePasswordRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public ChangePasswordResponse run(Call call, ChangePasswordRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    recovery.change(
        call, bearer.pool(), bearer.user(), input.previousPassword(), input.proposedPassword());
    return new ChangePasswordResponse();
  }
}
