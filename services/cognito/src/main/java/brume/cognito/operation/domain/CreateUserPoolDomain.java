package brume.cognito.operation.domain;

import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.CreateUserPoolDomainRequest;
import brume.model.cognitoidp.CreateUserPoolDomainResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives a pool the domain under which its sign-in pages are.
final class CreateUserPoolDomain
    implements Operation<CreateUserPoolDomainRequest, CreateUserPoolDomainResponse> {
  private final Directory directory;

  CreateUserPoolDomain(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateUserPoolDomainRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public CreateUserPoolDomainResponse run(Call call, CreateUserPoolDomainRequest input) {
    Lacking.refuse("CustomDomainConfig: domains of one's own", input.customDomainConfig());
    DomainRules.check(input.domain());
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    int version = DomainRules.version(input.managedLoginVersion());
    directory.domains().create(pool, input.domain(), version, call.now());
    return CreateUserPoolDomainResponse.builder().managedLoginVersion(version).build();
  }
}
