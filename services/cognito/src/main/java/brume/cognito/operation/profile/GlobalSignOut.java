package brume.cognito.operation.profile;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.GlobalSignOutRequest;
import brume.model.cognitoidp.GlobalSignOutResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends all sessions of whoever holds the access token.
final class GlobalSignOut implements Operation<GlobalSignOutRequest, GlobalSignOutResponse> {
  private final Directory directory;
  private final AccessTokens tokens;

  GlobalSignOut(Directory directory, AccessTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, GlobalSignOutRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public GlobalSignOutResponse run(Call call, GlobalSignOutRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    directory.signOut(bearer.pool(), bearer.user().username(), call.now());
    return new GlobalSignOutResponse();
  }
}
