package brume.dynamodb.operation.measure;

import brume.dynamodb.catalog.Tables;
import brume.shape.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables that a request names: one, those of a batch, or those of a transaction's items.
final class NamedTables {
  private NamedTables() {}

  /// In the order of the request; a transaction names a table for each of its items.
  static List<String> of(Structure input) {
    if (member(input, "TableName") instanceof String name) {
      return List.of(Tables.nameOf(name));
    }
    if (member(input, "RequestItems") instanceof Map<?, ?> batch) {
      return batch.keySet().stream().map(name -> Tables.nameOf((String) name)).toList();
    }
    var names = new ArrayList<String>();
    if (member(input, "TransactItems") instanceof List<?> items) {
      items.forEach(item -> names.add(ofItem((Structure) item)));
    }
    return names;
  }

  /// The table of what one item of a transaction does, which is its only member.
  private static String ofItem(Structure item) {
    for (int i = 0; i < item.shape().members().size(); i++) {
      if (item.member(i) instanceof Structure act) {
        return Tables.nameOf(String.valueOf(member(act, "TableName")));
      }
    }
    return "";
  }

  static @Nullable Object member(Structure structure, String name) {
    int index = structure.shape().indexOf(name);
    return index < 0 ? null : structure.member(index);
  }
}
