package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.IntegrationResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteIntegrationResponseRequest;
import brume.model.apigateway.DeleteIntegrationResponseResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a way in which an answer becomes a response.
public final class DeleteIntegrationResponse
    implements Operation<DeleteIntegrationResponseRequest, DeleteIntegrationResponseResponse> {
  private final RestApis apis;

  public DeleteIntegrationResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteIntegrationResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_INTEGRATION_RESPONSE, input);
  }

  @Override
  public DeleteIntegrationResponseResponse run(Call call, DeleteIntegrationResponseRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var integration = draft.integration(input.resourceId(), input.httpMethod());
          var after = IntegrationResponses.without(integration, input.statusCode());
          draft.put(input.resourceId(), input.httpMethod(), after);
          return new DeleteIntegrationResponseResponse();
        });
  }
}
