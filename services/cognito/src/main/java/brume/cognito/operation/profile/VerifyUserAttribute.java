package brume.cognito.operation.profile;

import brume.cognito.account.AttributeChanges;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.VerifyUserAttributeRequest;
import brume.model.cognitoidp.VerifyUserAttributeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Verifies an address by the code that was sent there.
final class VerifyUserAttribute
    implements Operation<VerifyUserAttributeRequest, VerifyUserAttributeResponse> {
  private final AccessTokens tokens;
  private final AttributeChanges changes;

  VerifyUserAttribute(AccessTokens tokens, AttributeChanges changes) {
    this.tokens = tokens;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, VerifyUserAttributeRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public VerifyUserAttributeResponse run(Call call, VerifyUserAttributeRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    changes.verify(call, bearer.pool(), bearer.user(), input.attributeName(), input.code());
    return new VerifyUserAttributeResponse();
  }
}
