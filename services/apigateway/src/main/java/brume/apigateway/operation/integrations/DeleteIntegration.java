package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteIntegrationRequest;
import brume.model.apigateway.DeleteIntegrationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Leaves a method without anything behind it.
public final class DeleteIntegration
    implements Operation<DeleteIntegrationRequest, DeleteIntegrationResponse> {
  private final RestApis apis;

  public DeleteIntegration(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_INTEGRATION, input);
  }

  @Override
  public DeleteIntegrationResponse run(Call call, DeleteIntegrationRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var _ = draft.integration(input.resourceId(), input.httpMethod());
          draft.put(input.resourceId(), input.httpMethod(), null);
          return new DeleteIntegrationResponse();
        });
  }
}
