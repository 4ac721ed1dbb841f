package brume.apigatewayv2.operation.authorizers;

import brume.apigateway.authorizer.FunctionAuthorizers;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.ResetAuthorizersCacheRequest;
import brume.model.apigatewayv2.ResetAuthorizersCacheResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Forgets what authorizer functions answered at a stage.
public final class ResetAuthorizersCache
    implements Operation<ResetAuthorizersCacheRequest, ResetAuthorizersCacheResponse> {
  private final HttpApis apis;
  private final FunctionAuthorizers functions;

  public ResetAuthorizersCache(HttpApis apis, FunctionAuthorizers functions) {
    this.apis = apis;
    this.functions = functions;
  }

  @Override
  public Access access(Call call, ResetAuthorizersCacheRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.RESET_AUTHORIZERS_CACHE, input);
  }

  @Override
  public ResetAuthorizersCacheResponse run(Call call, ResetAuthorizersCacheRequest input) {
    var stage = input.stageName();
    apis.read(call.scope(), input.apiId(), view -> view.get(Kind.STAGE, stage));
    functions.forget(FunctionAuthorizers.place(call.scope(), input.apiId(), stage));
    return new ResetAuthorizersCacheResponse();
  }
}
