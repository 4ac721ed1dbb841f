package brume.cognito.operation.domain;

import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.UpdateUserPoolDomainRequest;
import brume.model.cognitoidp.UpdateUserPoolDomainResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes which looks of the sign-in pages a domain asks for.
final class UpdateUserPoolDomain
    implements Operation<UpdateUserPoolDomainRequest, UpdateUserPoolDomainResponse> {
  private final Directory directory;

  UpdateUserPoolDomain(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateUserPoolDomainRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public UpdateUserPoolDomainResponse run(Call call, UpdateUserPoolDomainRequest input) {
    Lacking.refuse("CustomDomainConfig: domains of one's own", input.customDomainConfig());
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    int version = DomainRules.version(input.managedLoginVersion());
    directory.domains().change(pool, input.domain(), version);
    return UpdateUserPoolDomainResponse.builder().managedLoginVersion(version).build();
  }
}
