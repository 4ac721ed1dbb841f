package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.UntagOpenIDConnectProviderRequest;
import brume.model.iam.UntagOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from an OpenID Connect provider.
final class UntagOpenIDConnectProvider
    implements Operation<UntagOpenIDConnectProviderRequest, UntagOpenIDConnectProviderResponse> {
  private final Directory directory;

  UntagOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagOpenIDConnectProviderRequest input) {
    return Needs.untagging(
        Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn()),
        input.tagKeys());
  }

  @Override
  public UntagOpenIDConnectProviderResponse run(
      Call call, UntagOpenIDConnectProviderRequest input) {
    directory
        .openIdProviders()
        .change(
            call.scope(),
            input.openIdConnectProviderArn(),
            provider ->
                provider.toBuilder()
                    .tags(Tags.without(OpenIdProviders.tagsOf(provider), input.tagKeys()))
                    .build());
    return new UntagOpenIDConnectProviderResponse();
  }
}
