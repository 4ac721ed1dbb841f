package brume.dynamodb.operation.statement;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.PageRequest;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.operation.Reading;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.Selection;
import brume.dynamodb.statement.Statement.Select;
import brume.dynamodb.statement.Where;
import brume.dynamodb.table.KeySchema;
import brume.dynamodb.table.KeySpace;
import brume.service.Call;
import brume.store.Reader.Direction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out SELECT: as a query where the WHERE clause says one partition, else as a scan.
final class Selects {
  private final Tables tables;
  private final Items items;

  Selects(Tables tables, Items items) {
    this.tables = tables;
    this.items = items;
  }

  /// @param last the key of the last item read, where more may follow
  record Found(List<Item> items, @Nullable Item last, Capacity capacity) {}

  Found run(
      Call call,
      Select select,
      @Nullable Boolean consistentRead,
      @Nullable Integer limit,
      @Nullable Item start) {
    var table = tables.get(call.scope(), select.table());
    var index = Reading.index(table, select.index(), consistentRead);
    var schema = index == null ? table.schema() : index.schema();
    var where = Where.of(select.where(), schema);
    var projection = select.paths().isEmpty() ? null : new Projection(select.paths());
    var filtered = where.rest() == null ? Set.<String>of() : Attributes.of(where.rest());
    var selection = Selection.of(null, projection, index, filtered);
    KeySpace space = index == null ? table.items() : index.space();
    var key = where.key();
    var request =
        new PageRequest(
            table,
            index,
            key == null ? space.all() : space.query(key.partition(), key.sort()),
            direction(select, schema, key != null),
            limit == null ? Integer.MAX_VALUE : limit,
            where.rest(),
            selection.fetches(),
            false);
    var page =
        items.page(
            start == null ? request : request.from(start),
            ReadTerms.of(call.now(), consistentRead));
    var capacity =
        Reading.reply(request, page, selection, Boolean.TRUE.equals(consistentRead)).capacity();
    var shown = page.items().stream().map(item -> Where.shown(select.paths(), item)).toList();
    return new Found(shown, page.last(), capacity);
  }

  private static Direction direction(Select select, KeySchema schema, boolean hasPartition) {
    if (select.order().isEmpty()) {
      return Direction.FORWARD;
    }
    if (select.where() == null) {
      throw Invalid.request("Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    if (!hasPartition) {
      throw Invalid.request(
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
              + " BY clause.");
    }
    var direction = Direction.FORWARD;
    for (var order : select.order()) {
      if (!schema.has(order.attribute())) {
        throw Invalid.request(
            "Variable reference "
                + order.attribute()
                + " in ORDER BY clause must be part of the primary key");
      }
      boolean isSort = !schema.partition().name().equals(order.attribute());
      if (isSort && order.isDescending()) {
        direction = Direction.BACKWARD;
      }
    }
    return direction;
  }
}
