package brume.cognito.operation.profile;

import brume.cognito.account.AttributeChanges;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.GetUserAttributeVerificationCodeRequest;
import brume.model.cognitoidp.GetUserAttributeVerificationCodeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sends a code that verifies an address of whoever holds the access token.
final class GetUserAttributeVerificationCode
    implements Operation<
        GetUserAttributeVerificationCodeRequest, GetUserAttributeVerificationCodeResponse> {
  private final AccessTokens tokens;
  private final AttributeChanges changes;

  GetUserAttributeVerificationCode(AccessTokens tokens, AttributeChanges changes) {
    this.tokens = tokens;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, GetUserAttributeVerificationCodeRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public GetUserAttributeVerificationCodeResponse run(
      Call call, GetUserAttributeVerificationCodeRequest input) {
    var bearer = tokens.owner(call, input.accessToken());
    var metadata = Metadata.of(input.clientMetadata());
    var sent =
        changes.sendCode(call, bearer.client(), bearer.user(), input.attributeName(), metadata);
    return new GetUserAttributeVerificationCodeResponse(sent);
  }
}
