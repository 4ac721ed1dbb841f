package brume.cognito.operation.profile;

import brume.cognito.account.AttributeChanges;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.DeleteUserAttributesRequest;
import brume.model.cognitoidp.DeleteUserAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes attributes of whoever holds the access token.
final class DeleteUserAttributes
    implements Operation<DeleteUserAttributesRequest, DeleteUserAttributesResponse> {
  private final AccessTokens tokens;
  private final AttributeChanges changes;

  DeleteUserAttributes(AccessTokens tokens, AttributeChanges changes) {
    this.tokens = tokens;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, DeleteUserAttributesRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public DeleteUserAttributesResponse run(Call call, DeleteUserAttributesRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    UserAttributes.requireWritable(bearer.client(), input.userAttributeNames());
    changes.delete(call, bearer.pool(), bearer.user().username(), input.userAttributeNames());
    return new DeleteUserAttributesResponse();
  }
}
