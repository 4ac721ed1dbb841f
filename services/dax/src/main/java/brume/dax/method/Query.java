package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.QueryInput;
import org.jspecify.annotations.Nullable;

/// Reads a page of a query: from the query cache unless the read must be consistent.
final class Query implements Method {
  private final Backing backing;
  private final Pages pages;

  Query(Backing backing) {
    this.backing = backing;
    pages = new Pages(backing, "Query", Metric.QUERY_CACHE_HITS, Metric.QUERY_CACHE_MISSES);
  }

  @Override
  public int arguments() {
    return 3;
  }

  @Override
  public void answer(Request request) {
    var in = request.in();
    var table = request.readTable();
    var condition = in.readNull() ? null : in.readBytes();
    var options = Option.Given.read(in);
    pages.answer(
        request,
        table,
        options,
        (selection, placeholders) -> read(table, condition, options, selection, placeholders));
  }

  private Pages.Page read(
      String table,
      byte @Nullable [] condition,
      Option.Given options,
      Selection selection,
      Placeholders placeholders) {
    var input =
        QueryInput.builder()
            .tableName(table)
            .keyConditionExpression(
                condition == null ? null : Expressions.condition(condition, ":k", placeholders))
            .indexName(selection.index())
            .filterExpression(selection.filter())
            .projectionExpression(selection.projection())
            .exclusiveStartKey(selection.startKey())
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .consistentRead(options.isConsistent())
            .limit(options.number(Option.LIMIT))
            .scanIndexForward(options.flag(Option.FORWARD))
            .select(options.select())
            .returnConsumedCapacity(options.consumedCapacity())
            .build();
    var found = backing.origin().invoke(DynamoDbModel.QUERY, input);
    return new Pages.Page(
        found.items(),
        found.count(),
        found.scannedCount(),
        found.lastEvaluatedKey(),
        found.consumedCapacity());
  }
}
