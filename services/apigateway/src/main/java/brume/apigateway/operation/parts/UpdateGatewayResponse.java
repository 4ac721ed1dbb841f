package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.OwnResponses;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.UpdateGatewayResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes what the API itself answers in a case.
public final class UpdateGatewayResponse
    implements Operation<UpdateGatewayResponseRequest, GatewayResponse> {
  private static final Patch MEMBERS =
      new Patch("statusCode", "responseParameters", "responseTemplates");

  private final RestApis apis;

  public UpdateGatewayResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateGatewayResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_GATEWAY_RESPONSE, input);
  }

  @Override
  public GatewayResponse run(Call call, UpdateGatewayResponseRequest input) {
    var type = ResponseType.of(input.responseType());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = OwnResponses.of(draft, type).toBuilder().defaultResponse(false).build();
          return draft.put(Kind.RESPONSE, MEMBERS.apply(before, input.patchOperations()));
        });
  }
}
