package brume.cognito.operation.profile;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.DeleteUserRequest;
import brume.model.cognitoidp.DeleteUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes whoever holds the access token.
final class DeleteUser implements Operation<DeleteUserRequest, DeleteUserResponse> {
  private final Directory directory;
  private final AccessTokens tokens;

  DeleteUser(Directory directory, AccessTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, DeleteUserRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public DeleteUserResponse run(Call call, DeleteUserRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    directory.deleteUser(bearer.pool(), bearer.user().username());
    return new DeleteUserResponse();
  }
}
