package brume.sesv2.operation.tag;

import brume.model.sesv2.ListTagsForResourceRequest;
import brume.model.sesv2.ListTagsForResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Tagged;

/// Lists the tags of an identity, a configuration set or a template.
public final class ListTagsForResource
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private final Tagged tagged;

  public ListTagsForResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, ListTagsForResourceRequest input) {
    return Access.to("ses:ListTagsForResource", input.resourceArn());
  }

  @Override
  public ListTagsForResourceResponse run(Call call, ListTagsForResourceRequest input) {
    return new ListTagsForResourceResponse(tagged.get(call.scope(), input.resourceArn()));
  }
}
