package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.iam.report.CredentialReport;
import brume.service.Operation;

/// All operations on accounts.
public final class AccountOperations {
  private AccountOperations() {}

  public static Operation<?, ?>[] of(Directory directory, KeyUses uses) {
    return new Operation<?, ?>[] {
      new CreateAccountAlias(directory),
      new DeleteAccountAlias(directory),
      new GenerateCredentialReport(new CredentialReport(directory, uses)),
      new GetAccountAuthorizationDetails(directory),
      new GetAccountSummary(directory),
      new GetCredentialReport(directory),
      new ListAccountAliases(directory)
    };
  }
}
