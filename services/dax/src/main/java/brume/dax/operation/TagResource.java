package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.data.ClusterTags;
import brume.model.dax.TagResourceRequest;
import brume.model.dax.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a cluster, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final ClusterTags tags;

  public TagResource(ClusterTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return Access.to("dax:" + name(), input.resourceName());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    var name = ClusterName.ofArn(call.scope(), input.resourceName());
    return new TagResourceResponse(tags.add(call.scope(), name, input.tags()));
  }
}
