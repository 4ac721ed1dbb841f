package brume.dynamodb.request;

import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.table.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What single reads have in common.
public final class Projections {
  private Projections() {}

  /// Of a `ProjectionExpression` or of `AttributesToGet`; null for whole items.
  public static @Nullable Projection of(
      Expressions expressions,
      @Nullable String expression,
      @Nullable List<String> attributesToGet,
      @Nullable Map<String, String> names) {
    var placeholders =
        new Parameters()
            .projection("ProjectionExpression", expression)
            .legacy("AttributesToGet", attributesToGet)
            .names(names)
            .check();
    if (expression == null) {
      return attributesToGet == null ? null : Selection.attributes(attributesToGet);
    }
    var projection = expressions.projection(expression, placeholders);
    placeholders.checkAllUsed();
    return projection;
  }

  /// What reading one item costs, which it also does when there is none.
  public static Capacity capacity(Table table, @Nullable Item item, boolean consistent) {
    return new Capacity(table.name()).add(units(item, consistent));
  }

  public static double units(@Nullable Item item, boolean consistent) {
    return Capacity.ofRead(item == null ? 0 : ItemSize.of(item), consistent);
  }
}
