package brume.apigatewayv2.operation.integrations;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateIntegrationRequest;
import brume.model.apigatewayv2.CreateIntegrationResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds something for routes to target.
public final class CreateIntegration
    implements Operation<CreateIntegrationRequest, CreateIntegrationResult> {
  private final HttpApis apis;

  public CreateIntegration(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_INTEGRATION, input);
  }

  @Override
  public CreateIntegrationResult run(Call call, CreateIntegrationRequest input) {
    var integration = IntegrationRules.created(input, call.ids());
    return apis.change(
        call,
        input.apiId(),
        draft ->
            Alike.copy(CreateIntegrationResult.SHAPE, draft.put(Kind.INTEGRATION, integration)));
  }
}
