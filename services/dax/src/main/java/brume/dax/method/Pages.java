package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ConsumedCapacity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages of queries or of scans: from the query cache unless the read must be consistent.
///
/// @param operation which of them
record Pages(Backing backing, String operation, Metric hits, Metric misses) {
  /// Where pages come from that no cache has.
  interface Source {
    Page read(Selection selection, Placeholders placeholders);
  }

  /// What DynamoDB answers.
  record Page(
      @Nullable List<Map<String, AttributeValue>> items,
      @Nullable Integer count,
      @Nullable Integer scanned,
      @Nullable Map<String, AttributeValue> lastKey,
      @Nullable ConsumedCapacity capacity) {}

  void answer(Request request, String table, Option.Given options, Source source) {
    request.authorize(operation);
    var asked = Asked.of(request, operation);
    boolean consistent = options.isConsistent();
    var known = consistent ? null : backing.queries().get(asked, backing.now());
    backing.counts().add(known == null ? misses : hits);
    if (known != null) {
      request.out().raw(known).end();
      return;
    }
    var placeholders = new Placeholders();
    var selection = new Selection(backing.form(table), options, placeholders);
    var page = source.read(selection, placeholders);
    var reply = selection.write(page.items, page.count, page.scanned, page.lastKey);
    if (!consistent) {
      backing.queries().put(asked, reply, backing.now());
    }
    Consumption.writeField(request.out().raw(reply), page.capacity);
    request.out().end();
  }
}
