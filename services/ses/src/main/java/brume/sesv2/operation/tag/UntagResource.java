package brume.sesv2.operation.tag;

import brume.model.sesv2.UntagResourceRequest;
import brume.model.sesv2.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Tagged;

/// Takes tags off an identity, a configuration set or a template.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Tagged tagged;

  public UntagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return Access.to("ses:UntagResource", input.resourceArn());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    tagged.change(
        call.scope(), input.resourceArn(), tags -> tags.keySet().removeAll(input.tagKeys()));
    return new UntagResourceResponse();
  }
}
