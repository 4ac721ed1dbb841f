package brume.apigateway.operation.stages;

import brume.apigateway.cache.StageCaches;
import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.FlushStageCacheRequest;
import brume.model.apigateway.FlushStageCacheResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Forgets the cached responses of a stage.
public final class FlushStageCache
    implements Operation<FlushStageCacheRequest, FlushStageCacheResponse> {
  private final RestApis apis;
  private final StageCaches caches;

  public FlushStageCache(RestApis apis, StageCaches caches) {
    this.apis = apis;
    this.caches = caches;
  }

  @Override
  public Access access(Call call, FlushStageCacheRequest input) {
    return PathAccess.to(call, ApiGatewayModel.FLUSH_STAGE_CACHE, input);
  }

  @Override
  public FlushStageCacheResponse run(Call call, FlushStageCacheRequest input) {
    var stage = input.stageName();
    apis.read(call.scope(), input.restApiId(), view -> view.get(Kind.STAGE, stage));
    caches.flush(call.scope(), input.restApiId(), stage);
    return new FlushStageCacheResponse();
  }
}
