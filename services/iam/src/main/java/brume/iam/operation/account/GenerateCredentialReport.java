package brume.iam.operation.account;

import brume.iam.report.CredentialReport;
import brume.model.iam.GenerateCredentialReportRequest;
import brume.model.iam.GenerateCredentialReportResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Writes a report on the credentials of all users, unless there is one of the last four hours.
final class GenerateCredentialReport
    implements Operation<GenerateCredentialReportRequest, GenerateCredentialReportResponse> {
  private final CredentialReport report;

  GenerateCredentialReport(CredentialReport report) {
    this.report = report;
  }

  @Override
  public Access access(Call call, GenerateCredentialReportRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public GenerateCredentialReportResponse run(Call call, GenerateCredentialReportRequest input) {
    var account = report.directory().account();
    if (!account.hasReport(call.scope(), call.now())) {
      account.putReport(call.scope(), report.of(call.scope(), call.now()));
    }
    return new GenerateCredentialReportResponse(null, "COMPLETE");
  }
}
