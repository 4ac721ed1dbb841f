package brume.dynamodb.operation.table;

import brume.model.dynamodb.DescribeLimitsInput;
import brume.model.dynamodb.DescribeLimitsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells AWS's default quotas of provisioned capacity.
///
/// Source: Amazon DynamoDB Developer Guide, "Quotas".
public final class DescribeLimits implements Operation<DescribeLimitsInput, DescribeLimitsOutput> {
  private static final long ACCOUNT_UNITS = 80_000;
  private static final long TABLE_UNITS = 40_000;

  @Override
  public Access access(Call call, DescribeLimitsInput input) {
    return Access.toAny("dynamodb:DescribeLimits");
  }

  @Override
  public DescribeLimitsOutput run(Call call, DescribeLimitsInput input) {
    return DescribeLimitsOutput.builder()
        .accountMaxReadCapacityUnits(ACCOUNT_UNITS)
        .accountMaxWriteCapacityUnits(ACCOUNT_UNITS)
        .tableMaxReadCapacityUnits(TABLE_UNITS)
        .tableMaxWriteCapacityUnits(TABLE_UNITS)
        .build();
  }
}
