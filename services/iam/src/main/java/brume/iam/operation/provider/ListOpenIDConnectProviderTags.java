package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListOpenIDConnectProviderTagsRequest;
import brume.model.iam.ListOpenIDConnectProviderTagsResponse;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of an OpenID Connect provider.
final class ListOpenIDConnectProviderTags
    implements Operation<
        ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResponse> {
  private final Directory directory;

  ListOpenIDConnectProviderTags(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListOpenIDConnectProviderTagsRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public ListOpenIDConnectProviderTagsResponse run(
      Call call, ListOpenIDConnectProviderTagsRequest input) {
    var provider = directory.openIdProviders().get(call.scope(), input.openIdConnectProviderArn());
    var page =
        Listing.of(OpenIdProviders.tagsOf(provider), Tag::key, input.marker(), input.maxItems());
    return ListOpenIDConnectProviderTagsResponse.builder()
        .tags(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
