package brume.dax.method;

import brume.dax.cbor.CborWriter;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ConsumedCapacity;
import brume.model.dynamodb.ItemCollectionMetrics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a write of one item returns.
///
/// @param returned which attributes were asked for, such as `ALL_OLD`
record WriteReply(
    String returned,
    @Nullable Map<String, AttributeValue> attributes,
    @Nullable ConsumedCapacity capacity,
    @Nullable ItemCollectionMetrics metrics) {

  void write(CborWriter out, ItemForm form) {
    var shown = returned.equals("NONE") ? null : attributes;
    if (shown == null && capacity == null && metrics == null) {
      out.nothing();
      return;
    }
    out.openMap();
    if (shown != null) {
      out.integer(Field.ATTRIBUTES);
      out.bytes(returned.startsWith("UPDATED") ? form.writePartial(shown) : form.write(shown));
    }
    Consumption.writeField(out, capacity);
    Consumption.writeField(out, metrics);
    out.end();
  }
}
