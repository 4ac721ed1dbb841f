package brume.apigateway.operation.integrations;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Settled;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Integration;
import brume.model.apigateway.UpdateIntegrationRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes what is behind a method.
public final class UpdateIntegration implements Operation<UpdateIntegrationRequest, Integration> {
  private static final Patch MEMBERS =
      new Patch(
          "uri",
          "httpMethod",
          "credentials",
          "requestParameters",
          "requestTemplates",
          "passthroughBehavior",
          "timeoutInMillis",
          "cacheNamespace",
          "cacheKeyParameters");

  private final RestApis apis;

  public UpdateIntegration(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateIntegrationRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_INTEGRATION, input);
  }

  @Override
  public Integration run(Call call, UpdateIntegrationRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = draft.integration(input.resourceId(), input.httpMethod());
          var after = MEMBERS.apply(before, input.patchOperations());
          var settled = Settled.integration(after, input.resourceId());
          return draft.put(input.resourceId(), input.httpMethod(), settled);
        });
  }
}
