package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.TagResourceRequest;
import brume.model.cognitoidp.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tags a pool.
final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Directory directory;

  TagResource(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    var access = PoolAccess.toArn(directory.pools(), name(), input.resourceArn());
    return PoolAccess.giving(access, input.tags());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    TagTarget.change(directory, call, input.resourceArn(), tags -> tags.putAll(input.tags()));
    return new TagResourceResponse();
  }
}
