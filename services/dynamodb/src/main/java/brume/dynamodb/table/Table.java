package brume.dynamodb.table;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.LocalSecondaryIndexDescription;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.TableDescription;
import brume.store.Key;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A table as its operations see it: its description, read.
public record Table(
    TableDescription description, KeySchema schema, KeySpace items, List<Index> indexes) {
  private static final byte[] ITEMS = {0};
  private static final byte[] INDEX = {1};

  /// Of a description whose schema was checked when the table was made.
  public static Table of(Scope scope, TableDescription description) {
    var types = types(orEmpty(description.attributeDefinitions()));
    var schema = schema(orEmpty(description.keySchema()), types);
    var root = root(scope, Objects.requireNonNull(description.tableId()));
    var items = new KeySpace(root.then().raw(ITEMS).build());
    var indexes = new ArrayList<Index>();
    for (var global : orEmpty(description.globalSecondaryIndexes())) {
      indexes.add(global(global, schema, types, root));
    }
    for (var local : orEmpty(description.localSecondaryIndexes())) {
      indexes.add(local(local, schema, types, root));
    }
    return new Table(description, schema, items, List.copyOf(indexes));
  }

  /// Under which all of a table's items and index entries lie: eight bytes of its unique id stand
  /// for the table, so that one with the same name later is another.
  public static Key root(Scope scope, String tableId) {
    var id = ByteBuffer.allocate(Long.BYTES);
    id.putLong(UUID.fromString(tableId).getLeastSignificantBits());
    return Key.of(scope.account(), scope.region(), "ddb").then().raw(id.array()).build();
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("dynamodb", scope, "table/" + name);
  }

  public String name() {
    return Objects.requireNonNull(description.tableName());
  }

  /// Null when there is none of the name.
  public @Nullable Index index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findAny().orElse(null);
  }

  public boolean hasLocalIndexes() {
    return indexes.stream().anyMatch(index -> !index.isGlobal());
  }

  private static Index global(
      GlobalSecondaryIndexDescription index,
      KeySchema table,
      Map<String, ValueType> types,
      Key root) {
    var name = Objects.requireNonNull(index.indexName());
    return new Index(
        name,
        Objects.requireNonNull(index.indexArn()),
        true,
        schema(orEmpty(index.keySchema()), types),
        table,
        projected(index.projection()),
        new KeySpace(root.then().raw(INDEX).text(name).build()));
  }

  private static Index local(
      LocalSecondaryIndexDescription index,
      KeySchema table,
      Map<String, ValueType> types,
      Key root) {
    var name = Objects.requireNonNull(index.indexName());
    return new Index(
        name,
        Objects.requireNonNull(index.indexArn()),
        false,
        schema(orEmpty(index.keySchema()), types),
        table,
        projected(index.projection()),
        new KeySpace(root.then().raw(INDEX).text(name).build()));
  }

  private static @Nullable Set<String> projected(@Nullable Projection projection) {
    if (projection == null || "ALL".equals(projection.projectionType())) {
      return null;
    }
    return new HashSet<>(orEmpty(projection.nonKeyAttributes()));
  }

  private static Map<String, ValueType> types(List<AttributeDefinition> definitions) {
    var types = new HashMap<String, ValueType>();
    for (var definition : definitions) {
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
