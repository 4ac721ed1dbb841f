package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.data.OpenIdProviders;
import brume.iam.request.Needs;
import brume.model.iam.RemoveClientIDFromOpenIDConnectProviderRequest;
import brume.model.iam.RemoveClientIDFromOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets an application use an OpenID Connect provider no longer. One that may not is no error.
final class RemoveClientIDFromOpenIDConnectProvider
    implements Operation<
        RemoveClientIDFromOpenIDConnectProviderRequest,
        RemoveClientIDFromOpenIDConnectProviderResponse> {
  private final Directory directory;

  RemoveClientIDFromOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, RemoveClientIDFromOpenIDConnectProviderRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public RemoveClientIDFromOpenIDConnectProviderResponse run(
      Call call, RemoveClientIDFromOpenIDConnectProviderRequest input) {
    directory
        .openIdProviders()
        .change(
            call.scope(),
            input.openIdConnectProviderArn(),
            provider ->
                provider.toBuilder()
                    .clientIdList(
                        OpenIdProviders.with(provider.clientIdList(), input.clientId(), false))
                    .build());
    return new RemoveClientIDFromOpenIDConnectProviderResponse();
  }
}
