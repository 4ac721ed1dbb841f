package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.IntegrationResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetIntegrationResponseRequest;
import brume.model.apigateway.IntegrationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes how an answer becomes a response.
public final class GetIntegrationResponse
    implements Operation<GetIntegrationResponseRequest, IntegrationResponse> {
  private final RestApis apis;

  public GetIntegrationResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetIntegrationResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_INTEGRATION_RESPONSE, input);
  }

  @Override
  public IntegrationResponse run(Call call, GetIntegrationResponseRequest input) {
    return apis.read(
        call.scope(),
        input.restApiId(),
        view ->
            IntegrationResponses.get(
                view.integration(input.resourceId(), input.httpMethod()), input.statusCode()));
  }
}
