package brume.sts.operation;

import static brume.model.sts.StsError.INVALID_AUTHORIZATION_MESSAGE_EXCEPTION;

import brume.identity.AuthorizationMessages;
import brume.model.sts.DecodeAuthorizationMessageRequest;
import brume.model.sts.DecodeAuthorizationMessageResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells in full why a call was denied, by the message that its caller got.
public final class DecodeAuthorizationMessage
    implements Operation<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse> {
  private final AuthorizationMessages messages;

  public DecodeAuthorizationMessage(AuthorizationMessages messages) {
    this.messages = messages;
  }

  @Override
  public Access access(Call call, DecodeAuthorizationMessageRequest input) {
    return Access.toAny("sts:DecodeAuthorizationMessage");
  }

  @Override
  public DecodeAuthorizationMessageResponse run(
      Call call, DecodeAuthorizationMessageRequest input) {
    var decoded = messages.decode(call.scope().account(), input.encodedMessage());
    if (decoded == null) {
      throw INVALID_AUTHORIZATION_MESSAGE_EXCEPTION.because("Message is not valid");
    }
    return new DecodeAuthorizationMessageResponse(decoded);
  }
}
