package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidentity.TagResourceInput;
import brume.model.cognitoidentity.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tags an identity pool.
final class TagResource implements Operation<TagResourceInput, TagResourceResponse> {
  private final IdentityDirectory directory;

  TagResource(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagResourceInput input) {
    var access = IdentityAccess.toArn(directory.pools(), name(), input.resourceArn());
    return PoolAccess.giving(access, input.tags());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceInput input) {
    directory
        .pools()
        .change(
            call.scope(),
            TagTarget.id(input.resourceArn()),
            pool -> {
              var tags = TagTarget.tags(pool);
              tags.putAll(input.tags());
              return pool.toBuilder().identityPoolTags(tags).build();
            });
    return new TagResourceResponse();
  }
}
