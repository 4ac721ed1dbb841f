package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.model.iam.ListOpenIDConnectProvidersRequest;
import brume.model.iam.ListOpenIDConnectProvidersResponse;
import brume.model.iam.OpenIDConnectProviderListEntry;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Lists the OpenID Connect providers that the account trusts.
final class ListOpenIDConnectProviders
    implements Operation<ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse> {
  private final Directory directory;

  ListOpenIDConnectProviders(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListOpenIDConnectProvidersRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public ListOpenIDConnectProvidersResponse run(
      Call call, ListOpenIDConnectProvidersRequest input) {
    var entries =
        directory.openIdProviders().all(call.scope()).stream()
            .map(provider -> Objects.requireNonNull(provider.url()))
            .map(url -> OpenIdProviders.arn(call.scope().account(), url).toString())
            .map(OpenIDConnectProviderListEntry::new)
            .toList();
    return new ListOpenIDConnectProvidersResponse(entries);
  }
}
