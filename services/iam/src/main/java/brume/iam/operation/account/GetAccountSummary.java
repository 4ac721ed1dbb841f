package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.iam.report.AccountSummary;
import brume.model.iam.GetAccountSummaryRequest;
import brume.model.iam.GetAccountSummaryResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Counts what the account's IAM holds.
final class GetAccountSummary
    implements Operation<GetAccountSummaryRequest, GetAccountSummaryResponse> {
  private final Directory directory;

  GetAccountSummary(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetAccountSummaryRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public GetAccountSummaryResponse run(Call call, GetAccountSummaryRequest input) {
    return new GetAccountSummaryResponse(new AccountSummary(directory).of(call.scope()));
  }
}
