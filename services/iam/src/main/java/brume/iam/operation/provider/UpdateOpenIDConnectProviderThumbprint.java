package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.UpdateOpenIDConnectProviderThumbprintRequest;
import brume.model.iam.UpdateOpenIDConnectProviderThumbprintResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Replaces the thumbprints of an OpenID Connect provider, which are kept and shown only: its
/// certificate must be one that the machine trusts.
final class UpdateOpenIDConnectProviderThumbprint
    implements Operation<
        UpdateOpenIDConnectProviderThumbprintRequest,
        UpdateOpenIDConnectProviderThumbprintResponse> {
  private final Directory directory;

  UpdateOpenIDConnectProviderThumbprint(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateOpenIDConnectProviderThumbprintRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public UpdateOpenIDConnectProviderThumbprintResponse run(
      Call call, UpdateOpenIDConnectProviderThumbprintRequest input) {
    directory
        .openIdProviders()
        .change(
            call.scope(),
            input.openIdConnectProviderArn(),
            provider -> provider.toBuilder().thumbprintList(input.thumbprintList()).build());
    return new UpdateOpenIDConnectProviderThumbprintResponse();
  }
}
