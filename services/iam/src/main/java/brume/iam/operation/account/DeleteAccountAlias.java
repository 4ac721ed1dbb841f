package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.model.iam.DeleteAccountAliasRequest;
import brume.model.iam.DeleteAccountAliasResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes the account's alias.
final class DeleteAccountAlias
    implements Operation<DeleteAccountAliasRequest, DeleteAccountAliasResponse> {
  private final Directory directory;

  DeleteAccountAlias(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteAccountAliasRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public DeleteAccountAliasResponse run(Call call, DeleteAccountAliasRequest input) {
    directory.account().deleteAlias(call.scope(), input.accountAlias());
    return new DeleteAccountAliasResponse();
  }
}
