package brume.apigateway.resource;

import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetTagsRequest;
import brume.model.apigateway.TagResourceRequest;
import brume.model.apigateway.UntagResourceRequest;
import brume.service.Call;
import java.util.Map;

/// Gives a resource the tags that its template says, and no others.
final class Tagging {
  private Tagging() {}

  static void set(Call call, String arn, Map<String, String> wanted) {
    var listed =
        call.invoke(ApiGatewayModel.GET_TAGS, GetTagsRequest.builder().resourceArn(arn).build())
            .tags();
    var before = listed == null ? Map.<String, String>of() : listed;
    var gone = before.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(ApiGatewayModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, gone));
    }
    if (!wanted.isEmpty() && !before.equals(wanted)) {
      call.invoke(ApiGatewayModel.TAG_RESOURCE, new TagResourceRequest(arn, wanted));
    }
  }
}
