package brume.dynamodb.table;

import brume.base.Scope;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.LocalSecondaryIndexDescription;
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
      all.add(indexes.global(global));
    }
    for (var local : orEmpty(definition.description().localSecondaryIndexes())) {
      all.add(indexes.local(local));
    }
    return List.copyOf(all);
  }

  /// The schema of the table itself.
  static KeySchema schema(TableDescription table) {
    return schema(orEmpty(table.keySchema()), types(table));
  }

  private Index global(GlobalSecondaryIndexDescription index) {
    var name = Objects.requireNonNull(index.indexName());
    return new Index(
        name,
        true,
        "ACTIVE".equals(index.indexStatus()),
        index.provisionedThroughput(),
        schema(orEmpty(index.keySchema()), types),
        table,
        projected(index.projection()),
        space(name));
  }

  private Index local(LocalSecondaryIndexDescription index) {
    var name = Objects.requireNonNull(index.indexName());
    return new Index(
        name,
        false,
        true,
        null,
        schema(orEmpty(index.keySchema()), types),
        table,
        projected(index.projection()),
        space(name));
  }

  private KeySpace space(String index) {
    return new KeySpace(root.then().raw(INDEX).text(definition.place(index)).build());
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
