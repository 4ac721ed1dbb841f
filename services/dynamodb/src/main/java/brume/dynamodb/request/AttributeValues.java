package brume.dynamodb.request;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Numbers;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attribute values of requests and replies.
public final class AttributeValues {
  /// Levels of lists and maps in an attribute. Source: Amazon DynamoDB Developer Guide, "Quotas".
  private static final int MAX_DEPTH = 32;

  private AttributeValues() {}

  public static Item item(Map<String, AttributeValue> attributes) {
    return new Item(values(attributes, 1));
  }

  public static Value value(AttributeValue value) {
    return value(value, 1);
  }

  public static Map<String, AttributeValue> of(Item item) {
    var attributes =
        LinkedHashMap.<String, AttributeValue>newLinkedHashMap(item.attributes().size());
    item.attributes().forEach((name, value) -> attributes.put(name, of(value)));
    return attributes;
  }

  /// Null for no item, or for one without attributes.
  public static @Nullable Map<String, AttributeValue> ofNullable(@Nullable Item item) {
    return item == null || item.isEmpty() ? null : of(item);
  }

  private static Map<String, Value> values(Map<String, AttributeValue> attributes, int depth) {
    var values = LinkedHashMap.<String, Value>newLinkedHashMap(attributes.size());
    for (var attribute : attributes.entrySet()) {
      values.put(attribute.getKey(), value(attribute.getValue(), depth));
    }
    return values;
  }

  private static Value value(AttributeValue value, int depth) {
    checkOneType(value);
    if (value.s() != null) {
      return new Value.S(value.s());
    }
    if (value.n() != null) {
      return Value.N.of(value.n());
    }
    if (value.b() != null) {
      return new Value.B(value.b());
    }
    if (value.bool() != null) {
      return Value.of(value.bool());
    }
    if (value.null_() != null) {
      if (!value.null_()) {
        throw Invalid.parameter("Null attribute value types must have the value of true");
      }
      return Value.NULL;
    }
    return collection(value, depth);
  }

  private static Value collection(AttributeValue value, int depth) {
    if (depth > MAX_DEPTH) {
      throw Invalid.request("Nesting Levels have exceeded supported limits");
    }
    if (value.m() != null) {
      return new Value.M(values(value.m(), depth + 1));
    }
    if (value.l() != null) {
      var list = new ArrayList<Value>(value.l().size());
      for (var item : value.l()) {
        list.add(value(item, depth + 1));
      }
      return new Value.L(list);
    }
    if (value.ss() != null) {
      return Sets.ofStrings(value.ss());
    }
    if (value.ns() != null) {
      return Sets.ofNumbers(value.ns().stream().map(Numbers::canonical).toList());
    }
    return Sets.ofBlobs(value.bs() == null ? List.of() : value.bs());
  }

  private static void checkOneType(AttributeValue value) {
    int types = 0;
    for (int i = 0; i < AttributeValue.SHAPE.members().size(); i++) {
      types += value.member(i) == null ? 0 : 1;
    }
    if (types == 0) {
      throw Invalid.request(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    if (types > 1) {
      throw Invalid.request(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
  }

  public static AttributeValue of(Value value) {
    var builder = AttributeValue.builder();
    switch (value) {
      case Value.S(var text) -> builder.s(text);
      case Value.N(var digits) -> builder.n(digits);
      case Value.B(var bytes) -> builder.b(bytes);
      case Value.Bool(var is) -> builder.bool(is);
      case Value.Null _ -> builder.null_(true);
      case Value.L(var items) -> builder.l(items.stream().map(AttributeValues::of).toList());
      case Value.M(var entries) -> builder.m(of(new Item(entries)));
      case Value.SS(var texts) -> builder.ss(List.copyOf(texts));
      case Value.NS(var numbers) -> builder.ns(List.copyOf(numbers));
      case Value.BS(var blobs) -> builder.bs(List.copyOf(blobs));
    }
    return builder.build();
  }
}
