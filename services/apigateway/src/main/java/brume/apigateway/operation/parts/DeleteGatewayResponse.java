package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteGatewayResponseRequest;
import brume.model.apigateway.DeleteGatewayResponseResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets the API answer as it does by itself in a case.
public final class DeleteGatewayResponse
    implements Operation<DeleteGatewayResponseRequest, DeleteGatewayResponseResponse> {
  private final RestApis apis;

  public DeleteGatewayResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteGatewayResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_GATEWAY_RESPONSE, input);
  }

  @Override
  public DeleteGatewayResponseResponse run(Call call, DeleteGatewayResponseRequest input) {
    var type = ResponseType.of(input.responseType());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.delete(Kind.RESPONSE, type.name());
          return new DeleteGatewayResponseResponse();
        });
  }
}
