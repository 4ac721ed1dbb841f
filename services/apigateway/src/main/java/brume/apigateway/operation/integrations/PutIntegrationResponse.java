package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.Lacking;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.IntegrationResponses;
import brume.apigateway.rest.MethodResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.IntegrationResponse;
import brume.model.apigateway.PutIntegrationResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says how an answer from behind a method becomes its response.
public final class PutIntegrationResponse
    implements Operation<PutIntegrationResponseRequest, IntegrationResponse> {
  private final RestApis apis;

  public PutIntegrationResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutIntegrationResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_INTEGRATION_RESPONSE, input);
  }

  @Override
  public IntegrationResponse run(Call call, PutIntegrationResponseRequest input) {
    Lacking.refuse("ContentHandling", input.contentHandling());
    var response = Alike.copy(IntegrationResponse.SHAPE, input);
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var _ =
              MethodResponses.get(
                  draft.method(input.resourceId(), input.httpMethod()), input.statusCode());
          var before = draft.integration(input.resourceId(), input.httpMethod());
          var after = IntegrationResponses.with(before, response);
          draft.put(input.resourceId(), input.httpMethod(), after);
          return response;
        });
  }
}
