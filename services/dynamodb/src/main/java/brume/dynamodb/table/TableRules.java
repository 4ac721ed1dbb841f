package brume.dynamodb.table;

import brume.dynamodb.item.Invalid;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.ProvisionedThroughput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What AWS demands of the definition of a new table.
///
/// Source of the bounds: Amazon DynamoDB Developer Guide, "Quotas".
public final class TableRules {
  static final int MAX_LOCAL_INDEXES = 5;
  static final int MAX_GLOBAL_INDEXES = 20;

  private final List<String> defined;
  private final Set<String> indexNames = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  private TableRules(List<String> defined) {
    this.defined = defined;
  }

  public static void check(CreateTableInput table) {
    var definitions = required(table.attributeDefinitions(), "attributeDefinitions");
    var schema = required(table.keySchema(), "keySchema");
    var rules =
        new TableRules(definitions.stream().map(AttributeDefinition::attributeName).toList());
    rules.checkSchema(schema);
    rules.checkLocal(table.localSecondaryIndexes(), schema);
    rules.checkGlobal(table.globalSecondaryIndexes(), table.billingMode());
    rules.checkAllUsed(
        table.localSecondaryIndexes() != null || table.globalSecondaryIndexes() != null);
  }

  /// Checks a global index that an existing table is to get, its `count`th.
  static void checkAdded(
      List<AttributeDefinition> definitions,
      GlobalSecondaryIndex index,
      boolean isOnDemand,
      int count) {
    var rules =
        new TableRules(definitions.stream().map(AttributeDefinition::attributeName).toList());
    rules.checkGlobal(index, isOnDemand);
    checkGlobalCount(count);
  }

  /// Checks the throughput of a global index.
  static void checkUnits(String index, @Nullable ProvisionedThroughput units, boolean isOnDemand) {
    if (isOnDemand && units != null) {
      throw Invalid.parameter(
          "ProvisionedThroughput should not be specified for index: "
              + index
              + " when BillingMode is PAY_PER_REQUEST");
    }
    if (!isOnDemand && units == null) {
      throw Invalid.parameter("ProvisionedThroughput must be specified for index: " + index);
    }
  }

  private static <T> T required(@Nullable T member, String name) {
    if (member == null) {
      throw Invalid.request(
          "1 validation error detected: Value null at '"
              + name
              + "' failed to satisfy constraint: Member must not be null");
    }
    return member;
  }

  private void checkSchema(List<KeySchemaElement> schema) {
    var keys = names(schema);
    if (!defined.containsAll(keys)) {
      throw Invalid.parameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + keys
              + ", AttributeDefinitions: "
              + defined);
    }
    if (!schema.getFirst().keyType().equals("HASH")) {
      throw Invalid.request("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (schema.size() > 1) {
      if (keys.get(0).equals(keys.get(1))) {
        throw Invalid.request(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name");
      }
      if (!schema.get(1).keyType().equals("RANGE")) {
        throw Invalid.request(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
      }
    }
    if (schema.size() > 2) {
      throw Invalid.request("Too many elements in the KeySchema: at most 2 are supported");
    }
    used.addAll(keys);
  }

  private void checkLocal(
      @Nullable List<LocalSecondaryIndex> indexes, List<KeySchemaElement> table) {
    if (indexes == null) {
      return;
    }
    if (indexes.isEmpty()) {
      throw Invalid.parameter("List of LocalSecondaryIndexes is empty");
    }
    if (table.size() < 2) {
      throw Invalid.parameter(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    for (var index : indexes) {
      checkSchema(index.keySchema());
      if (index.keySchema().size() < 2) {
        throw Invalid.parameter(
            "Index KeySchema does not have a range key for index: " + index.indexName());
      }
      var indexHash = index.keySchema().getFirst().attributeName();
      var tableHash = table.getFirst().attributeName();
      if (!indexHash.equals(tableHash)) {
        throw Invalid.parameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                + index.indexName()
                + ". index hash key: "
                + indexHash
                + ", table hash key: "
                + tableHash);
      }
      checkIndex(index.indexName(), index.projection());
    }
    if (indexes.size() > MAX_LOCAL_INDEXES) {
      throw Invalid.parameter(
          "Number of LocalSecondaryIndexes exceeds per-table limit of " + MAX_LOCAL_INDEXES);
    }
  }

  private void checkGlobal(
      @Nullable List<GlobalSecondaryIndex> indexes, @Nullable String billingMode) {
    if (indexes == null) {
      return;
    }
    if (indexes.isEmpty()) {
      throw Invalid.parameter("List of GlobalSecondaryIndexes is empty");
    }
    for (var index : indexes) {
      checkGlobal(index, "PAY_PER_REQUEST".equals(billingMode));
    }
    checkGlobalCount(indexes.size());
  }

  private void checkGlobal(GlobalSecondaryIndex index, boolean isOnDemand) {
    checkSchema(index.keySchema());
    checkUnits(index.indexName(), index.provisionedThroughput(), isOnDemand);
    checkIndex(index.indexName(), index.projection());
  }

  private static void checkGlobalCount(int count) {
    if (count > MAX_GLOBAL_INDEXES) {
      throw Invalid.parameter(
          "GlobalSecondaryIndex count exceeds the per-table limit of " + MAX_GLOBAL_INDEXES);
    }
  }

  private void checkIndex(String name, Projection projection) {
    var type = projection.projectionType();
    boolean includes = "INCLUDE".equals(type);
    if (type == null) {
      throw Invalid.parameter("Unknown ProjectionType: null");
    }
    if (includes != (projection.nonKeyAttributes() != null)) {
      throw Invalid.parameter(
          "ProjectionType is "
              + type
              + ", but NonKeyAttributes is "
              + (includes ? "not specified" : "specified"));
    }
    if (!indexNames.add(name)) {
      throw Invalid.parameter("Duplicate index name: " + name);
    }
  }

  private void checkAllUsed(boolean hasIndexes) {
    if (used.containsAll(defined) && new HashSet<>(defined).size() == defined.size()) {
      return;
    }
    throw Invalid.parameter(
        hasIndexes
            ? "Some AttributeDefinitions are not used. AttributeDefinitions: "
                + defined
                + ", keys used: "
                + List.copyOf(used)
            : "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions");
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }
}
