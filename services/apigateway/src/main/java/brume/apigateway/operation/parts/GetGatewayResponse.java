package brume.apigateway.operation.parts;

import brume.apigateway.data.OwnResponses;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.GetGatewayResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes what the API itself answers in a case.
public final class GetGatewayResponse
    implements Operation<GetGatewayResponseRequest, GatewayResponse> {
  private final RestApis apis;

  public GetGatewayResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetGatewayResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_GATEWAY_RESPONSE, input);
  }

  @Override
  public GatewayResponse run(Call call, GetGatewayResponseRequest input) {
    var type = ResponseType.of(input.responseType());
    return apis.read(call.scope(), input.restApiId(), view -> OwnResponses.of(view, type));
  }
}
