package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.model.dynamodb.ListTablesInput;
import brume.model.dynamodb.ListTablesOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the names of tables, 100 at most at a time.
public final class ListTables implements Operation<ListTablesInput, ListTablesOutput> {
  private static final int MAX_NAMES = 100;

  private final Tables tables;

  public ListTables(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, ListTablesInput input) {
    return Access.toAny("dynamodb:ListTables");
  }

  @Override
  public ListTablesOutput run(Call call, ListTablesInput input) {
    int limit = input.limit() == null ? MAX_NAMES : Math.min(input.limit(), MAX_NAMES);
    var names = tables.names(call.scope(), input.exclusiveStartTableName(), limit + 1);
    boolean hasMore = names.size() > limit;
    var shown = hasMore ? names.subList(0, limit) : names;
    return ListTablesOutput.builder()
        .tableNames(shown)
        .lastEvaluatedTableName(hasMore ? shown.getLast() : null)
        .build();
  }
}
