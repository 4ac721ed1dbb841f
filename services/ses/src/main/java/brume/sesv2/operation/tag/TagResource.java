package brume.sesv2.operation.tag;

import brume.model.sesv2.TagResourceRequest;
import brume.model.sesv2.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Tagged;

/// Tags an identity, a configuration set or a template.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Tagged tagged;

  public TagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return Access.to("ses:TagResource", input.resourceArn());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    tagged.change(call.scope(), input.resourceArn(), tags -> tags.putAll(Tagged.map(input.tags())));
    return new TagResourceResponse();
  }
}
