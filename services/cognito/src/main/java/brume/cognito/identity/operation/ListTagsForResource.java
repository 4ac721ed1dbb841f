package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.ListTagsForResourceInput;
import brume.model.cognitoidentity.ListTagsForResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Lists the tags of an identity pool.
final class ListTagsForResource
    implements Operation<ListTagsForResourceInput, ListTagsForResourceResponse> {
  private final IdentityDirectory directory;

  ListTagsForResource(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListTagsForResourceInput input) {
    return IdentityAccess.toArn(directory.pools(), name(), input.resourceArn());
  }

  @Override
  public ListTagsForResourceResponse run(Call call, ListTagsForResourceInput input) {
    var pool = directory.pools().get(call.scope(), TagTarget.id(input.resourceArn()));
    var tags = pool.settings().identityPoolTags();
    return new ListTagsForResourceResponse(tags == null ? Map.of() : tags);
  }
}
