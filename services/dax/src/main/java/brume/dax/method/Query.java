package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.QueryInput;

/// Reads a page of a query: from the query cache unless the read must be consistent.
final class Query implements Method {
  private final Backing backing;

  Query(Backing backing) {
    this.backing = backing;
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
    request.authorize("Query");
    var asked = Asked.of(request, "Query");
    boolean consistent = options.isConsistent();
    var known = consistent ? null : backing.queries().get(asked, backing.now());
    backing.counts().add(known == null ? Metric.QUERY_CACHE_MISSES : Metric.QUERY_CACHE_HITS);
    if (known != null) {
      request.out().raw(known).end();
      return;
    }
    var placeholders = new Placeholders();
    var selection = new Selection(backing.form(table), options, placeholders);
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
            .consistentRead(consistent)
            .limit(options.number(Option.LIMIT))
            .scanIndexForward(options.flag(Option.FORWARD))
            .select(options.select())
            .returnConsumedCapacity(options.consumedCapacity())
            .build();
    var found = backing.origin().invoke(DynamoDbModel.QUERY, input);
    var reply =
        selection.write(
            found.items(), found.count(), found.scannedCount(), found.lastEvaluatedKey());
    if (!consistent) {
      backing.queries().put(asked, reply, backing.now());
    }
    Consumption.writeField(request.out().raw(reply), found.consumedCapacity());
    request.out().end();
  }
}
