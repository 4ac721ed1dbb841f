package brume.apigateway.operation.account;

import brume.apigateway.data.Tagged;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.UntagResourceRequest;
import brume.model.apigateway.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.TreeMap;

/// Removes tags from an API or a stage.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Tagged tagged;

  public UntagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UNTAG_RESOURCE, input);
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    tagged.change(
        call.scope(),
        input.resourceArn(),
        before -> {
          var after = new TreeMap<>(before);
          input.tagKeys().forEach(after::remove);
          return after;
        });
    return new UntagResourceResponse();
  }
}
