package brume.apigateway.operation.stages;

import brume.apigateway.authorizer.FunctionAuthorizers;
import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.FlushStageAuthorizersCacheRequest;
import brume.model.apigateway.FlushStageAuthorizersCacheResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Forgets what authorizer functions answered at a stage.
public final class FlushStageAuthorizersCache
    implements Operation<FlushStageAuthorizersCacheRequest, FlushStageAuthorizersCacheResponse> {
  private final RestApis apis;
  private final FunctionAuthorizers functions;

  public FlushStageAuthorizersCache(RestApis apis, FunctionAuthorizers functions) {
    this.apis = apis;
    this.functions = functions;
  }

  @Override
  public Access access(Call call, FlushStageAuthorizersCacheRequest input) {
    return PathAccess.to(call, ApiGatewayModel.FLUSH_STAGE_AUTHORIZERS_CACHE, input);
  }

  @Override
  public FlushStageAuthorizersCacheResponse run(
      Call call, FlushStageAuthorizersCacheRequest input) {
    var stage = input.stageName();
    apis.read(call.scope(), input.restApiId(), view -> view.get(Kind.STAGE, stage));
    functions.forget(FunctionAuthorizers.place(call.scope(), input.restApiId(), stage));
    return new FlushStageAuthorizersCacheResponse();
  }
}
