package brume.apigatewayv2.operation.integrations;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetIntegrationRequest;
import brume.model.apigatewayv2.GetIntegrationResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes what routes can target.
public final class GetIntegration
    implements Operation<GetIntegrationRequest, GetIntegrationResult> {
  private final HttpApis apis;

  public GetIntegration(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_INTEGRATION, input);
  }

  @Override
  public GetIntegrationResult run(Call call, GetIntegrationRequest input) {
    var found =
        apis.read(
            call.scope(), input.apiId(), view -> view.get(Kind.INTEGRATION, input.integrationId()));
    return Alike.copy(GetIntegrationResult.SHAPE, found);
  }
}
