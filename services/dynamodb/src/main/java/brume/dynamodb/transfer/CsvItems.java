package brume.dynamodb.transfer;

import brume.base.Bytes;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.CsvOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Items from the lines of CSV: all values are texts, but for those of keys of other types.
///
/// Source: Amazon DynamoDB Developer Guide, "Amazon S3 import formats for DynamoDB"; RFC 4180.
final class CsvItems {
  private static final char QUOTE = '"';

  private final char delimiter;
  private final Map<String, String> types;
  private @Nullable List<String> header;

  CsvItems(@Nullable CsvOptions options, List<AttributeDefinition> attributes) {
    var given = options == null ? null : options.delimiter();
    delimiter = given == null ? ',' : given.charAt(0);
    header = options == null ? null : options.headerList();
    types = new LinkedHashMap<>();
    attributes.forEach(each -> types.put(each.attributeName(), each.attributeType()));
  }

  /// Null for a line that names the columns.
  @Nullable Item read(String line) {
    var fields = fields(line);
    var names = header;
    if (names == null) {
      header = fields;
      return null;
    }
    if (fields.size() != names.size()) {
      throw Invalid.request("Expected " + names.size() + " columns, found " + fields.size());
    }
    var attributes = new LinkedHashMap<String, Value>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        attributes.put(names.get(i), value(names.get(i), fields.get(i)));
      }
    }
    return new Item(attributes);
  }

  private Value value(String name, String text) {
    var type = types.get(name);
    if (ValueType.N.name().equals(type)) {
      return Value.N.of(text);
    }
    if (ValueType.B.name().equals(type)) {
      try {
        return new Value.B(Bytes.fromBase64(text));
      } catch (IllegalArgumentException _) {
        throw Invalid.request("Not in Base64: " + name);
      }
    }
    return Value.of(text);
  }

  private List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == QUOTE && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
        field.append(c);
        i++;
      } else if (c == QUOTE) {
        isQuoted = !isQuoted;
      } else if (c == delimiter && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
