package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DescribeTableOutput;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.LocalSecondaryIndexDescription;
import brume.model.dynamodb.TableDescription;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Describes a table, with the numbers of [Statistics].
public final class DescribeTable implements Operation<DescribeTableInput, DescribeTableOutput> {
  private static final Statistics.Size NOTHING = new Statistics.Size(0, 0);

  private final Tables tables;
  private final Statistics statistics;

  public DescribeTable(Tables tables, Statistics statistics) {
    this.tables = tables;
    this.statistics = statistics;
  }

  @Override
  public Access access(Call call, DescribeTableInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public DescribeTableOutput run(Call call, DescribeTableInput input) {
    var table = tables.describe(call.scope(), input.tableName());
    return DescribeTableOutput.builder().table(sized(statistics, table)).build();
  }

  /// The description of a table that holds nothing yet.
  static TableDescription empty(TableDescription table) {
    return sized(table, NOTHING, _ -> NOTHING);
  }

  static TableDescription sized(Statistics statistics, Table table) {
    return sized(
        ReplicaUpdates.described(table),
        statistics.of(table.items()),
        index -> statistics.of(Objects.requireNonNull(table.index(index)).space()));
  }

  private static TableDescription sized(
      TableDescription table, Statistics.Size size, Function<String, Statistics.Size> ofIndex) {
    return table.toBuilder()
        .itemCount(size.items())
        .tableSizeBytes(size.bytes())
        .globalSecondaryIndexes(map(table.globalSecondaryIndexes(), index -> sized(index, ofIndex)))
        .localSecondaryIndexes(map(table.localSecondaryIndexes(), index -> sized(index, ofIndex)))
        .build();
  }

  private static GlobalSecondaryIndexDescription sized(
      GlobalSecondaryIndexDescription index, Function<String, Statistics.Size> ofIndex) {
    var held = ofIndex.apply(Objects.requireNonNull(index.indexName()));
    return index.toBuilder().itemCount(held.items()).indexSizeBytes(held.bytes()).build();
  }

  private static LocalSecondaryIndexDescription sized(
      LocalSecondaryIndexDescription index, Function<String, Statistics.Size> ofIndex) {
    var held = ofIndex.apply(Objects.requireNonNull(index.indexName()));
    return index.toBuilder().itemCount(held.items()).indexSizeBytes(held.bytes()).build();
  }

  private static <T> @Nullable List<T> map(@Nullable List<T> list, UnaryOperator<T> change) {
    return list == null ? null : list.stream().map(change).toList();
  }
}
