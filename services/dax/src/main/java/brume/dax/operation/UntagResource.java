package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.data.ClusterTags;
import brume.model.dax.UntagResourceRequest;
import brume.model.dax.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags off a cluster.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final ClusterTags tags;

  public UntagResource(ClusterTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return Access.to("dax:" + name(), input.resourceName());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    var name = ClusterName.ofArn(call.scope(), input.resourceName());
    return new UntagResourceResponse(tags.remove(call.scope(), name, input.tagKeys()));
  }
}
