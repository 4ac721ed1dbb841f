package brume.apigatewayv2.operation.api;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteApiRequest;
import brume.model.apigatewayv2.DeleteApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an HTTP API with its stages and deployments.
public final class DeleteApi implements Operation<DeleteApiRequest, DeleteApiResponse> {
  private final HttpApis apis;

  public DeleteApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_API, input);
  }

  @Override
  public DeleteApiResponse run(Call call, DeleteApiRequest input) {
    apis.delete(call.scope(), input.apiId());
    return new DeleteApiResponse();
  }
}
