package brume.lambda.operation;

import brume.lambda.code.CodeLimits;
import brume.lambda.data.Reservations;
import brume.lambda.data.Usage;
import brume.lambda.function.Limits;
import brume.model.lambda.AccountLimit;
import brume.model.lambda.AccountUsage;
import brume.model.lambda.GetAccountSettingsRequest;
import brume.model.lambda.GetAccountSettingsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what an account may use of Lambda, and what it uses.
public final class GetAccountSettings
    implements Operation<GetAccountSettingsRequest, GetAccountSettingsResponse> {
  private final Usage usage;
  private final Reservations reservations;

  public GetAccountSettings(Usage usage, Reservations reservations) {
    this.usage = usage;
    this.reservations = reservations;
  }

  @Override
  public Access access(Call call, GetAccountSettingsRequest input) {
    return Access.toAny("lambda:GetAccountSettings");
  }

  @Override
  public GetAccountSettingsResponse run(Call call, GetAccountSettingsRequest input) {
    var limit =
        AccountLimit.builder()
            .totalCodeSize(CodeLimits.STORAGE_BYTES)
            .codeSizeUnzipped(CodeLimits.UNPACKED_BYTES)
            .codeSizeZipped((long) CodeLimits.INLINE_ARCHIVE_BYTES)
            .concurrentExecutions(Limits.CONCURRENCY)
            .unreservedConcurrentExecutions(Limits.CONCURRENCY - reservations.sum(call.scope()))
            .build();
    return new GetAccountSettingsResponse(
        limit, new AccountUsage(usage.functions(call.scope()), usage.codeSize(call.scope())));
  }
}
