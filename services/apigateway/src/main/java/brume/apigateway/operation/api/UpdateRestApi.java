package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.PolicyRules;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.UpdateRestApiRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a REST API; its stages see it when it is deployed again.
public final class UpdateRestApi implements Operation<UpdateRestApiRequest, RestApi> {
  private static final Patch MEMBERS =
      new Patch(
          "name",
          "description",
          "version",
          "apiKeySource",
          "binaryMediaTypes",
          "disableExecuteApiEndpoint",
          "endpointConfiguration",
          "policy");

  private final RestApis apis;

  public UpdateRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_REST_API, input);
  }

  @Override
  public RestApi run(Call call, UpdateRestApiRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var api = MEMBERS.apply(draft.api(), input.patchOperations());
          PolicyRules.check(api.policy());
          return draft.put(api);
        });
  }
}
