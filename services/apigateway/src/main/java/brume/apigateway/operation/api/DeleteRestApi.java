package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteRestApiRequest;
import brume.model.apigateway.DeleteRestApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a REST API with its stages and deployments.
public final class DeleteRestApi implements Operation<DeleteRestApiRequest, DeleteRestApiResponse> {
  private final RestApis apis;

  public DeleteRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_REST_API, input);
  }

  @Override
  public DeleteRestApiResponse run(Call call, DeleteRestApiRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.deleteApi();
          return new DeleteRestApiResponse();
        });
  }
}
