package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Settled;
import brume.apigateway.rest.Unsupported;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Integration;
import brume.model.apigateway.PutIntegrationRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what is behind a method.
public final class PutIntegration implements Operation<PutIntegrationRequest, Integration> {
  private final RestApis apis;

  public PutIntegration(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_INTEGRATION, input);
  }

  @Override
  public Integration run(Call call, PutIntegrationRequest input) {
    Unsupported.check(input);
    var given =
        Alike.copy(Integration.SHAPE, input).toBuilder().httpMethod(input.integrationHttpMethod());
    var integration = Settled.integration(given.build(), input.resourceId());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> draft.put(input.resourceId(), input.httpMethod(), integration));
  }
}
