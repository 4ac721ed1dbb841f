package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.model.iam.CreateAccountAliasRequest;
import brume.model.iam.CreateAccountAliasResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives the account a name beside its number, in place of the one that it had.
final class CreateAccountAlias
    implements Operation<CreateAccountAliasRequest, CreateAccountAliasResponse> {
  private final Directory directory;

  CreateAccountAlias(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateAccountAliasRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public CreateAccountAliasResponse run(Call call, CreateAccountAliasRequest input) {
    directory.account().putAlias(call.scope(), input.accountAlias());
    return new CreateAccountAliasResponse();
  }
}
