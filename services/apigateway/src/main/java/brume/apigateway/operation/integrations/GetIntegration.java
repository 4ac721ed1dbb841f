package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetIntegrationRequest;
import brume.model.apigateway.Integration;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes what is behind a method.
public final class GetIntegration implements Operation<GetIntegrationRequest, Integration> {
  private final RestApis apis;

  public GetIntegration(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_INTEGRATION, input);
  }

  @Override
  public Integration run(Call call, GetIntegrationRequest input) {
    return apis.read(
        call.scope(),
        input.restApiId(),
        view -> view.integration(input.resourceId(), input.httpMethod()));
  }
}
