package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteAuthorizerRequest;
import brume.model.apigateway.DeleteAuthorizerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an authorizer.
public final class DeleteAuthorizer
    implements Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse> {
  private final RestApis apis;

  public DeleteAuthorizer(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_AUTHORIZER, input);
  }

  @Override
  public DeleteAuthorizerResponse run(Call call, DeleteAuthorizerRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.delete(Kind.AUTHORIZER, input.authorizerId());
          return new DeleteAuthorizerResponse();
        });
  }
}
