package brume.apigatewayv2.operation.authorizers;

import static brume.model.apigatewayv2.ApiGatewayV2Error.CONFLICT_EXCEPTION;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteAuthorizerRequest;
import brume.model.apigatewayv2.DeleteAuthorizerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an authorizer that no route names.
public final class DeleteAuthorizer
    implements Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse> {
  private final HttpApis apis;

  public DeleteAuthorizer(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_AUTHORIZER, input);
  }

  @Override
  public DeleteAuthorizerResponse run(Call call, DeleteAuthorizerRequest input) {
    var id = input.authorizerId();
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          if (draft.all(Kind.ROUTE).stream().anyMatch(route -> id.equals(route.authorizerId()))) {
            throw CONFLICT_EXCEPTION.because(
                "Cannot delete Authorizer '"
                    + id
                    + "' as it is still being referenced by one or more routes.");
          }
          draft.delete(Kind.AUTHORIZER, id);
          return new DeleteAuthorizerResponse();
        });
  }
}
