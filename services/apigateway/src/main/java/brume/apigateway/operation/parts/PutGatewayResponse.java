package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.OwnResponses;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.PutGatewayResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what the API itself answers in a case.
public final class PutGatewayResponse
    implements Operation<PutGatewayResponseRequest, GatewayResponse> {
  private final RestApis apis;

  public PutGatewayResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutGatewayResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_GATEWAY_RESPONSE, input);
  }

  @Override
  public GatewayResponse run(Call call, PutGatewayResponseRequest input) {
    var type = ResponseType.of(input.responseType());
    var wanted = OwnResponses.settled(Alike.copy(GatewayResponse.SHAPE, input), type);
    return apis.change(call.scope(), input.restApiId(), draft -> draft.put(Kind.RESPONSE, wanted));
  }
}
