package brume.cognito.operation.profile;

import brume.cognito.account.AttributeChanges;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.UpdateUserAttributesRequest;
import brume.model.cognitoidp.UpdateUserAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes attributes of whoever holds the access token.
final class UpdateUserAttributes
    implements Operation<UpdateUserAttributesRequest, UpdateUserAttributesResponse> {
  private final AccessTokens tokens;
  private final AttributeChanges changes;

  UpdateUserAttributes(AccessTokens tokens, AttributeChanges changes) {
    this.tokens = tokens;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, UpdateUserAttributesRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public UpdateUserAttributesResponse run(Call call, UpdateUserAttributesRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    var values = UserAttributes.writtenBy(bearer.client(), input.userAttributes());
    var metadata = Metadata.of(input.clientMetadata());
    var sent = changes.byUser(call, bearer.client(), bearer.user(), values, metadata);
    return new UpdateUserAttributesResponse(sent);
  }
}
