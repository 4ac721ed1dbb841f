package brume.apigatewayv2.operation.integrations;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UpdateIntegrationRequest;
import brume.model.apigatewayv2.UpdateIntegrationResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes what routes can target.
public final class UpdateIntegration
    implements Operation<UpdateIntegrationRequest, UpdateIntegrationResult> {
  private final HttpApis apis;

  public UpdateIntegration(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UPDATE_INTEGRATION, input);
  }

  @Override
  public UpdateIntegrationResult run(Call call, UpdateIntegrationRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          var before = draft.get(Kind.INTEGRATION, input.integrationId());
          var after = IntegrationRules.checked(Alike.merge(before, input), input.tlsConfig());
          return Alike.copy(UpdateIntegrationResult.SHAPE, draft.put(Kind.INTEGRATION, after));
        });
  }
}
