package brume.iam.operation.provider;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteOpenIDConnectProviderRequest;
import brume.model.iam.DeleteOpenIDConnectProviderResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an OpenID Connect provider; roles that trust it cannot be assumed by its tokens then.
final class DeleteOpenIDConnectProvider
    implements Operation<DeleteOpenIDConnectProviderRequest, DeleteOpenIDConnectProviderResponse> {
  private final Directory directory;

  DeleteOpenIDConnectProvider(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteOpenIDConnectProviderRequest input) {
    return Needs.onProvider(call, name(), directory, input.openIdConnectProviderArn());
  }

  @Override
  public DeleteOpenIDConnectProviderResponse run(
      Call call, DeleteOpenIDConnectProviderRequest input) {
    directory.openIdProviders().delete(call.scope(), input.openIdConnectProviderArn());
    return new DeleteOpenIDConnectProviderResponse();
  }
}
