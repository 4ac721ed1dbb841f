package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.data.ClusterTags;
import brume.model.dax.ListTagsRequest;
import brume.model.dax.ListTagsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a cluster.
public final class ListTags implements Operation<ListTagsRequest, ListTagsResponse> {
  private final ClusterTags tags;

  public ListTags(ClusterTags tags) {
    this.tags = tags;
  }

  @Override
  public Access access(Call call, ListTagsRequest input) {
    return Access.to("dax:" + name(), input.resourceName());
  }

  @Override
  public ListTagsResponse run(Call call, ListTagsRequest input) {
    var page =
        Listing.page(
            tags.all(call.scope(), ClusterName.ofArn(call.scope(), input.resourceName())),
            input.nextToken(),
            null);
    return new ListTagsResponse(page.next(), page.items());
  }
}
