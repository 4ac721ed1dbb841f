package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.model.iam.GetCredentialReportRequest;
import brume.model.iam.GetCredentialReportResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Hands out the credential report that was generated last.
final class GetCredentialReport
    implements Operation<GetCredentialReportRequest, GetCredentialReportResponse> {
  private final Directory directory;

  GetCredentialReport(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetCredentialReportRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public GetCredentialReportResponse run(Call call, GetCredentialReportRequest input) {
    return directory.account().report(call.scope(), call.now());
  }
}
