package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ScanInput;

/// Reads a page of a scan: from the query cache unless the read must be consistent.
final class Scan implements Method {
  private final Backing backing;
  private final Pages pages;

  Scan(Backing backing) {
    this.backing = backing;
    pages = new Pages(backing, "Scan", Metric.SCAN_CACHE_HITS, Metric.SCAN_CACHE_MISSES);
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public void answer(Request request) {
    var table = request.readTable();
    var options = Option.Given.read(request.in());
    pages.answer(
        request,
        table,
        options,
        (selection, placeholders) -> read(table, options, selection, placeholders));
  }

  private Pages.Page read(
      String table, Option.Given options, Selection selection, Placeholders placeholders) {
    var input =
        ScanInput.builder()
            .tableName(table)
            .indexName(selection.index())
            .filterExpression(selection.filter())
            .projectionExpression(selection.projection())
            .exclusiveStartKey(selection.startKey())
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .consistentRead(options.isConsistent())
            .limit(options.number(Option.LIMIT))
            .segment(options.number(Option.SEGMENT))
            .totalSegments(options.number(Option.TOTAL_SEGMENTS))
            .select(options.select())
            .returnConsumedCapacity(options.consumedCapacity())
            .build();
    var found = backing.origin().invoke(DynamoDbModel.SCAN, input);
    return new Pages.Page(
        found.items(),
        found.count(),
        found.scannedCount(),
        found.lastEvaluatedKey(),
        found.consumedCapacity());
  }
}
