package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.Expiry;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DescribeTimeToLiveOutput;
import brume.model.dynamodb.TimeToLiveDescription;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Tells by which attribute the items of a table expire.
public final class DescribeTimeToLive
    implements Operation<DescribeTimeToLiveInput, DescribeTimeToLiveOutput> {
  private final Tables tables;

  public DescribeTimeToLive(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, DescribeTimeToLiveInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public DescribeTimeToLiveOutput run(Call call, DescribeTimeToLiveInput input) {
    var expiry = tables.describe(call.scope(), input.tableName()).definition().expiry();
    return new DescribeTimeToLiveOutput(
        new TimeToLiveDescription(expiry == null ? null : expiry.attribute(), status(expiry)));
  }

  private static String status(@Nullable Expiry expiry) {
    if (expiry == null) {
      return "DISABLED";
    }
    return expiry.complete() ? "ENABLED" : "ENABLING";
  }
}
