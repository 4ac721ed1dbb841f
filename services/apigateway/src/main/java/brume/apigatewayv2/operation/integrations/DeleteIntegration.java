package brume.apigatewayv2.operation.integrations;

import static brume.model.apigatewayv2.ApiGatewayV2Error.CONFLICT_EXCEPTION;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteIntegrationRequest;
import brume.model.apigatewayv2.DeleteIntegrationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes what no route targets.
public final class DeleteIntegration
    implements Operation<DeleteIntegrationRequest, DeleteIntegrationResponse> {
  private final HttpApis apis;

  public DeleteIntegration(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_INTEGRATION, input);
  }

  @Override
  public DeleteIntegrationResponse run(Call call, DeleteIntegrationRequest input) {
    var target = IntegrationRules.target(input.integrationId());
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          if (draft.all(Kind.ROUTE).stream().anyMatch(route -> target.equals(route.target()))) {
            throw CONFLICT_EXCEPTION.because(
                "Cannot delete Integration '"
                    + input.integrationId()
                    + "' as it is still being referenced by one or more routes.");
          }
          draft.delete(Kind.INTEGRATION, input.integrationId());
          return new DeleteIntegrationResponse();
        });
  }
}
