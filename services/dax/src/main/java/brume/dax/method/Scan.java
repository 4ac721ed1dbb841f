package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ScanInput;

/// Reads a page of a scan: from the query cache unless the read must be consistent.
final class Scan implements Method {
  private final Backing backing;

  Scan(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public void answer(Request request) {
    var table = request.readTable();
    var options = Option.Given.read(request.in());
    request.authorize("Scan");
    var asked = Asked.of(request, "Scan");
    boolean consistent = options.isConsistent();
    var known = consistent ? null : backing.queries().get(asked, backing.now());
    backing.counts().add(known == null ? Metric.SCAN_CACHE_MISSES : Metric.SCAN_CACHE_HITS);
    if (known != null) {
      request.out().raw(known).end();
      return;
    }
    var placeholders = new Placeholders();
    var selection = new Selection(backing.form(table), options, placeholders);
    var input =
        ScanInput.builder()
            .tableName(table)
            .indexName(selection.index())
            .filterExpression(selection.filter())
            .projectionExpression(selection.projection())
            .exclusiveStartKey(selection.startKey())
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .consistentRead(consistent)
            .limit(options.number(Option.LIMIT))
            .segment(options.number(Option.SEGMENT))
            .totalSegments(options.number(Option.TOTAL_SEGMENTS))
            .select(options.select())
            .returnConsumedCapacity(options.consumedCapacity())
            .build();
    var found = backing.origin().invoke(DynamoDbModel.SCAN, input);
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
