package brume.dynamodb.table;

import brume.base.Scope;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.TableDescription;
import brume.store.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the schemas and indexes of a definition.
final class Indexes {
  private static final byte[] INDEX = {1};

  private final Definition definition;
  private final Map<String, ValueType> types;
  private final KeySchema table;
  private final Key root;

  private Indexes(Scope scope, Definition definition) {
    var description = definition.description();
    this.definition = definition;
    this.types = types(description);
    this.table = schema(description);
    this.root = Table.root(scope, Objects.requireNonNull(description.tableId()));
  }

  static List<Index> of(Scope scope, Definition definition) {
    var indexes = new Indexes(scope, definition);
    var all = new ArrayList<Index>();
    for (var global : orEmpty(definition.description().globalSecondaryIndexes())) {
      boolean isComplete = "ACTIVE".equals(global.indexStatus());
      all.add(
          indexes.index(
              global.indexName(), true, isComplete, global.keySchema(), global.projection()));
    }
    for (var local : orEmpty(definition.description().localSecondaryIndexes())) {
      all.add(indexes.index(local.indexName(), false, true, local.keySchema(), local.projection()));
    }
    return List.copyOf(all);
  }

  /// The schema of the table itself.
  static KeySchema schema(TableDescription table) {
    return schema(orEmpty(table.keySchema()), types(table));
  }

  private Index index(
      @Nullable String name,
      boolean isGlobal,
      boolean isComplete,
      @Nullable List<KeySchemaElement> keys,
      @Nullable Projection projection) {
    var known = Objects.requireNonNull(name);
    var place = root.then().raw(INDEX).text(definition.place(known)).build();
    return new Index(
        known,
        isGlobal,
        isComplete,
        schema(orEmpty(keys), types),
        table,
        projected(projection),
        new KeySpace(place));
  }

  private static @Nullable Set<String> projected(@Nullable Projection projection) {
    if (projection == null || "ALL".equals(projection.projectionType())) {
      return null;
    }
    return new HashSet<>(orEmpty(projection.nonKeyAttributes()));
  }

  private static Map<String, ValueType> types(TableDescription table) {
    var types = new HashMap<String, ValueType>();
    for (AttributeDefinition definition : orEmpty(table.attributeDefinitions())) {
      types.put(definition.attributeName(), ValueType.valueOf(definition.attributeType()));
    }
    return types;
  }

  private static KeySchema schema(List<KeySchemaElement> elements, Map<String, ValueType> types) {
    var attributes =
        elements.stream()
            .map(KeySchemaElement::attributeName)
            .map(name -> new KeyAttribute(name, Objects.requireNonNull(types.get(name))))
            .toList();
    return new KeySchema(attributes.getFirst(), attributes.size() > 1 ? attributes.get(1) : null);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
