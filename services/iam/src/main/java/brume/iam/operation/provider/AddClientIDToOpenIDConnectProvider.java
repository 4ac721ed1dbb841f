package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.request.Needs;
import brume.model.iam.AddClientIDToOpenIDConnectProviderRequest;
import brume.model.iam.AddClientIDToOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets an application use an OpenID Connect provider. One that may already is no error.
final class AddClientIDToOpenIDConnectProvider
    implements Operation<
        AddClientIDToOpenIDConnectProviderRequest, AddClientIDToOpenIDConnectProviderResponse> {
  private final Directory directory;

  AddClientIDToOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AddClientIDToOpenIDConnectProviderRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public AddClientIDToOpenIDConnectProviderResponse run(
      Call call, AddClientIDToOpenIDConnectProviderRequest input) {
    directory
        .openIdProviders()
        .change(
            call.scope(),
            input.openIdConnectProviderArn(),
            provider ->
                provider.toBuilder()
                    .clientIdList(
                        OpenIdProviders.with(provider.clientIdList(), input.clientId(), true))
                    .build());
    return new AddClientIDToOpenIDConnectProviderResponse();
  }
}
