package brume.iam.data;

import static brume.model.iam.IamError.CREDENTIAL_REPORT_EXPIRED_EXCEPTION;
import static brume.model.iam.IamError.CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.model.iam.GetCredentialReportResponse;
import brume.model.iam.ListAccountAliasesResponse;
import brume.service.record.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What an account has once: its alias and its credential report.
public final class AccountRecords {
  /// How long a credential report is handed out. Source: IAM User Guide, "Generate credential
  /// reports for your AWS account".
  private static final Duration REPORT_LIFE = Duration.ofHours(4);

  private final Accounts accounts;
  private final Records<ListAccountAliasesResponse> aliases =
      new Records<>("iam.alias", ListAccountAliasesResponse.SHAPE);
  private final Records<GetCredentialReportResponse> reports =
      new Records<>("iam.credential-report", GetCredentialReportResponse.SHAPE);

  AccountRecords(Accounts accounts) {
    this.accounts = accounts;
  }

  /// An account has one alias at most: another takes its place.
  public void putAlias(Scope scope, String alias) {
    var value = ListAccountAliasesResponse.builder().accountAliases(List.of(alias)).build();
    accounts.run(scope, (transaction, global) -> aliases.put(transaction, value, global));
  }

  /// Throws `NoSuchEntity` when the account has another alias, or none.
  public void deleteAlias(Scope scope, String alias) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var there = aliases.get(transaction, global);
          if (there == null || !there.accountAliases().contains(alias)) {
            throw NO_SUCH_ENTITY_EXCEPTION.because(
                "The account alias " + alias + " does not exist.");
          }
          aliases.delete(transaction, global);
        });
  }

  /// One or none.
  public List<String> aliases(Scope scope) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var there = aliases.get(reader, global);
          return there == null ? List.<String>of() : there.accountAliases();
        });
  }

  /// Whether the account has a report that is still handed out.
  public boolean hasReport(Scope scope, Instant now) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var there = reports.get(reader, global);
          return there != null && !isOld(there, now);
        });
  }

  public void putReport(Scope scope, GetCredentialReportResponse report) {
    accounts.run(scope, (transaction, global) -> reports.put(transaction, report, global));
  }

  /// Throws `ReportNotPresent` and `ReportExpired`.
  public GetCredentialReportResponse report(Scope scope, Instant now) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var there = reports.get(reader, global);
          if (there == null) {
            throw CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION.because(
                "No report is present. Please request to generate a new one.");
          }
          if (isOld(there, now)) {
            throw CREDENTIAL_REPORT_EXPIRED_EXCEPTION.because(
                "The report has expired. Please request to generate a new one.");
          }
          return there;
        });
  }

  private static boolean isOld(GetCredentialReportResponse report, Instant now) {
    return now.isAfter(Objects.requireNonNull(report.generatedTime()).plus(REPORT_LIFE));
  }
}
