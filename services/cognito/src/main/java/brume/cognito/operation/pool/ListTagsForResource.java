package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.ListTagsForResourceRequest;
import brume.model.cognitoidp.ListTagsForResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a pool.
final class ListTagsForResource
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private final Directory directory;

  ListTagsForResource(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListTagsForResourceRequest input) {
    return PoolAccess.toArn(directory.pools(), name(), input.resourceArn());
  }

  @Override
  public ListTagsForResourceResponse run(Call call, ListTagsForResourceRequest input) {
    var pool = directory.pools().get(call.scope(), TagTarget.id(input.resourceArn()));
    return new ListTagsForResourceResponse(pool.tags());
  }
}
