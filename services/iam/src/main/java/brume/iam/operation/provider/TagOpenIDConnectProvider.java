package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.TagOpenIDConnectProviderRequest;
import brume.model.iam.TagOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to an OpenID Connect provider, in place of those with the same keys.
final class TagOpenIDConnectProvider
    implements Operation<TagOpenIDConnectProviderRequest, TagOpenIDConnectProviderResponse> {
  private final Directory directory;

  TagOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagOpenIDConnectProviderRequest input) {
    return Needs.tagged(
        Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn()), input.tags());
  }

  @Override
  public TagOpenIDConnectProviderResponse run(Call call, TagOpenIDConnectProviderRequest input) {
    directory
        .openIdProviders()
        .change(
            call.scope(),
            input.openIdConnectProviderArn(),
            provider ->
                provider.toBuilder()
                    .tags(Tags.merge(OpenIdProviders.tagsOf(provider), input.tags()))
                    .build());
    return new TagOpenIDConnectProviderResponse();
  }
}
