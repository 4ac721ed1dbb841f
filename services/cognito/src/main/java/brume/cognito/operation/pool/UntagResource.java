package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.UntagResourceRequest;
import brume.model.cognitoidp.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from a pool.
final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Directory directory;

  UntagResource(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return PoolAccess.toArn(directory.pools(), name(), input.resourceArn());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    TagTarget.change(
        directory, call, input.resourceArn(), tags -> tags.keySet().removeAll(input.tagKeys()));
    return new UntagResourceResponse();
  }
}
