package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.GetOpenIDConnectProviderRequest;
import brume.model.iam.GetOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows an OpenID Connect provider.
final class GetOpenIDConnectProvider
    implements Operation<GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse> {
  private final Directory directory;

  GetOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetOpenIDConnectProviderRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public GetOpenIDConnectProviderResponse run(Call call, GetOpenIDConnectProviderRequest input) {
    return directory.openIdProviders().get(call.scope(), input.openIdConnectProviderArn());
  }
}
