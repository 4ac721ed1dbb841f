package brume.cognito.operation.domain;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DeleteUserPoolDomainRequest;
import brume.model.cognitoidp.DeleteUserPoolDomainResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a pool its domain, and its sign-in pages with it.
final class DeleteUserPoolDomain
    implements Operation<DeleteUserPoolDomainRequest, DeleteUserPoolDomainResponse> {
  private final Directory directory;

  DeleteUserPoolDomain(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserPoolDomainRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DeleteUserPoolDomainResponse run(Call call, DeleteUserPoolDomainRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    directory.domains().delete(pool, input.domain(), call.now());
    return new DeleteUserPoolDomainResponse();
  }
}
