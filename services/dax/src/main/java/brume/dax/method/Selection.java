package brume.dax.method;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.dax.expression.Projection;
import brume.dax.form.ItemForm;
import brume.dax.form.Values;
import brume.model.dynamodb.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What queries and scans have in common: which part of a table or an index is wanted, and how it
/// is told.
final class Selection {
  private final ItemForm form;
  private final Option.Given options;
  private final Placeholders placeholders;
  private final @Nullable Projection projection;
  private final @Nullable String index;

  Selection(ItemForm form, Option.Given options, Placeholders placeholders) {
    this.form = form;
    this.options = options;
    this.placeholders = placeholders;
    var expression = options.bytes(Option.PROJECTION);
    projection = expression == null ? null : Projection.read(expression);
    var name = options.bytes(Option.INDEX);
    index = name == null ? null : new String(name, StandardCharsets.UTF_8);
  }

  @Nullable String index() {
    return index;
  }

  @Nullable String filter() {
    var filter = options.bytes(Option.FILTER);
    return filter == null ? null : Expressions.condition(filter, ":f", placeholders);
  }

  @Nullable String projection() {
    return projection == null ? null : projection.attributes(placeholders);
  }

  /// Where the page before ended.
  @Nullable Map<String, AttributeValue> startKey() {
    var bytes = options.bytes(Option.START_KEY);
    if (bytes == null) {
      return null;
    }
    if (index == null) {
      return form.key().read(bytes);
    }
    var in = new CborReader(bytes);
    var key = new LinkedHashMap<String, AttributeValue>();
    for (var entries = in.readMap(); entries.next(); ) {
      key.put(in.readText(), Values.read(in));
    }
    return key;
  }

  /// The reply but for its end, and for what it used up.
  byte[] write(
      @Nullable List<Map<String, AttributeValue>> items,
      @Nullable Integer count,
      @Nullable Integer scanned,
      @Nullable Map<String, AttributeValue> lastKey) {
    var out = new CborWriter();
    out.openMap();
    if (items != null) {
      out.integer(Field.ITEMS).array(items.size());
      items.forEach(item -> write(out, item));
    }
    if (count != null) {
      out.integer(Field.COUNT).integer(count);
    }
    if (scanned != null) {
      out.integer(Field.SCANNED_COUNT).integer(scanned);
    }
    if (lastKey != null) {
      out.integer(Field.LAST_KEY).bytes(key(lastKey));
    }
    return out.toByteArray();
  }

  private void write(CborWriter out, Map<String, AttributeValue> item) {
    if (projection == null) {
      out.array(2).bytes(form.key().write(item)).bytes(form.write(item));
    } else {
      projection.write(out, item);
    }
  }

  private byte[] key(Map<String, AttributeValue> lastKey) {
    if (index == null) {
      return form.key().write(lastKey);
    }
    var out = new CborWriter();
    out.openMap();
    lastKey.forEach((name, value) -> Values.write(out.text(name), value));
    return out.end().toByteArray();
  }
}
