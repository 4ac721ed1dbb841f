package brume.dynamodb.operation;

import brume.dynamodb.data.Page;
import brume.dynamodb.data.PageRequest;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.LegacyConditions;
import brume.dynamodb.request.Selection;
import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [Query] and [Scan] have in common.
///
/// @param expressions known ones
/// @param placeholders of the request
public record Reading(Expressions expressions, Placeholders placeholders) {

  /// @param items null when only their number is wanted
  public record Reply(
      @Nullable List<Map<String, AttributeValue>> items,
      @Nullable Map<String, AttributeValue> lastEvaluatedKey,
      Capacity capacity) {}

  /// Of a `FilterExpression` or of the older form; null for none.
  @Nullable Condition filter(
      @Nullable String expression,
      @Nullable Map<String, brume.model.dynamodb.Condition> legacy,
      @Nullable String operator) {
    if (expression != null) {
      return expressions.filter(expression, placeholders);
    }
    if (legacy != null && !legacy.isEmpty()) {
      return LegacyConditions.filter(legacy, operator);
    }
    if (operator != null) {
      throw Invalid.parameter("ConditionalOperator cannot be used without Filter or Expected");
    }
    return null;
  }

  @Nullable Projection projection(
      @Nullable String expression, @Nullable List<String> attributesToGet) {
    if (expression != null) {
      return expressions.projection(expression, placeholders);
    }
    return attributesToGet == null ? null : Selection.attributes(attributesToGet);
  }

  /// The index that a request names; null for the table itself.
  public static @Nullable Index index(
      Table table, @Nullable String name, @Nullable Boolean consistentRead) {
    if (name == null) {
      return null;
    }
    var index = table.index(name);
    if (index == null) {
      throw Invalid.request("The table does not have the specified index: " + name);
    }
    if (!index.isComplete()) {
      throw Invalid.request("Cannot read from backfilling global secondary index: " + name);
    }
    if (index.isGlobal() && Boolean.TRUE.equals(consistentRead)) {
      throw Invalid.request("Consistent reads are not supported on global secondary indexes");
    }
    return index;
  }

  static Selection selection(
      @Nullable String select,
      @Nullable Projection projection,
      @Nullable Index index,
      @Nullable Condition filter) {
    return Selection.of(
        select, projection, index, filter == null ? Set.of() : Attributes.of(filter));
  }

  /// The request from behind the start key, where there is one.
  static PageRequest from(PageRequest request, @Nullable Map<String, AttributeValue> startKey) {
    if (startKey == null) {
      return request;
    }
    return request.from(AttributeValues.item(startKey));
  }

  public static Reply reply(
      PageRequest request, Page page, Selection selection, boolean consistent) {
    var capacity =
        new Capacity(request.table().name())
            .add(request.index(), Capacity.ofRead(page.bytes(), consistent));
    if (page.fetched() > 0) {
      capacity.add(Capacity.ofRead(page.fetched(), consistent));
    }
    var last = page.last();
    return new Reply(
        selection.countsOnly()
            ? null
            : page.items().stream().map(selection::of).map(AttributeValues::of).toList(),
        last == null ? null : AttributeValues.of(last),
        capacity);
  }
}
