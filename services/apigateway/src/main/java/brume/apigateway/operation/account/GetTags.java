package brume.apigateway.operation.account;

import brume.apigateway.data.Tagged;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetTagsRequest;
import brume.model.apigateway.Tags;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of an API or a stage.
public final class GetTags implements Operation<GetTagsRequest, Tags> {
  private final Tagged tagged;

  public GetTags(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, GetTagsRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_TAGS, input);
  }

  @Override
  public Tags run(Call call, GetTagsRequest input) {
    return new Tags(tagged.of(call.scope(), input.resourceArn()));
  }
}
