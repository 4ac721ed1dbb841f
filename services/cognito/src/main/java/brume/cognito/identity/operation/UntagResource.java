package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.UntagResourceInput;
import brume.model.cognitoidentity.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from an identity pool.
final class UntagResource implements Operation<UntagResourceInput, UntagResourceResponse> {
  private final IdentityDirectory directory;

  UntagResource(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagResourceInput input) {
    return IdentityAccess.toArn(directory.pools(), name(), input.resourceArn());
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceInput input) {
    directory
        .pools()
        .change(
            call.scope(),
            TagTarget.id(input.resourceArn()),
            pool -> {
              var tags = TagTarget.tags(pool);
              tags.keySet().removeAll(input.tagKeys());
              return pool.toBuilder().identityPoolTags(tags).build();
            });
    return new UntagResourceResponse();
  }
}
