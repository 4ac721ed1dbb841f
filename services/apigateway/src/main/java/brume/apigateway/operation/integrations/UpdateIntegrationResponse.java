package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.IntegrationResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.IntegrationResponse;
import brume.model.apigateway.UpdateIntegrationResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes how an answer becomes a response.
public final class UpdateIntegrationResponse
    implements Operation<UpdateIntegrationResponseRequest, IntegrationResponse> {
  private static final Patch MEMBERS =
      new Patch("selectionPattern", "responseParameters", "responseTemplates");

  private final RestApis apis;

  public UpdateIntegrationResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateIntegrationResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_INTEGRATION_RESPONSE, input);
  }

  @Override
  public IntegrationResponse run(Call call, UpdateIntegrationResponseRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var integration = draft.integration(input.resourceId(), input.httpMethod());
          var before = IntegrationResponses.get(integration, input.statusCode());
          var response = MEMBERS.apply(before, input.patchOperations());
          var after = IntegrationResponses.with(integration, response);
          draft.put(input.resourceId(), input.httpMethod(), after);
          return response;
        });
  }
}
