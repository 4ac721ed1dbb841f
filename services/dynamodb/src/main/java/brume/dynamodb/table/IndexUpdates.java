package brume.dynamodb.table;

import static brume.model.dynamodb.DynamoDbError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.dynamodb.item.Invalid;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.CreateGlobalSecondaryIndexAction;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateGlobalSecondaryIndexAction;
import brume.model.dynamodb.UpdateTableInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an update of a table does to its global indexes: at most one comes or goes.
public final class IndexUpdates {
  private final TableDescription table;
  private final List<AttributeDefinition> definitions;
  private final List<GlobalSecondaryIndexDescription> indexes;
  private @Nullable String created;
  private @Nullable String deleted;

  private IndexUpdates(TableDescription table, @Nullable List<AttributeDefinition> more) {
    this.table = table;
    this.definitions = new ArrayList<>(orEmpty(table.attributeDefinitions()));
    this.indexes = new ArrayList<>(orEmpty(table.globalSecondaryIndexes()));
    orEmpty(more).forEach(this::define);
  }

  /// Throws AWS's error when the updates break a rule.
  public static IndexUpdates of(TableDescription table, UpdateTableInput input) {
    var updates = new IndexUpdates(table, input.attributeDefinitions());
    var all = orEmpty(input.globalSecondaryIndexUpdates());
    if (all.stream().filter(each -> each.update() == null).count() > 1) {
      throw tooMany();
    }
    all.forEach(updates::apply);
    return updates;
  }

  /// The index that came, and has to be filled; null for none.
  public @Nullable String created() {
    return created;
  }

  /// The index that went; null for none.
  public @Nullable String deleted() {
    return deleted;
  }

  /// The table with its indexes as they are to be.
  public TableDescription description() {
    var used = used();
    return table.toBuilder()
        .attributeDefinitions(
            definitions.stream().filter(each -> used.contains(each.attributeName())).toList())
        .globalSecondaryIndexes(indexes.isEmpty() ? null : List.copyOf(indexes))
        .build();
  }

  private void define(AttributeDefinition definition) {
    for (var known : definitions) {
      if (known.attributeName().equals(definition.attributeName())) {
        if (!known.equals(definition)) {
          throw Invalid.parameter(
              "Attribute "
                  + known.attributeName()
                  + " is a key already, of type "
                  + known.attributeType());
        }
        return;
      }
    }
    definitions.add(definition);
  }

  private void apply(GlobalSecondaryIndexUpdate update) {
    if (update.create() != null) {
      create(update.create());
    } else if (update.delete() != null) {
      deleted = update.delete().indexName();
      indexes.remove(position(deleted));
    } else if (update.update() != null) {
      update(update.update());
    } else {
      throw Invalid.parameter("One of GlobalSecondaryIndexUpdate's members must be specified");
    }
  }

  private void create(CreateGlobalSecondaryIndexAction action) {
    if (indexes.stream().anyMatch(index -> !"ACTIVE".equals(index.indexStatus()))) {
      throw tooMany();
    }
    created = action.indexName();
    if (names().contains(created)) {
      throw Invalid.request("Attempting to create an index which already exists");
    }
    var index =
        GlobalSecondaryIndex.builder()
            .indexName(created)
            .keySchema(action.keySchema())
            .projection(action.projection())
            .provisionedThroughput(action.provisionedThroughput())
            .build();
    boolean isOnDemand = table.billingModeSummary() != null;
    TableRules.checkAdded(definitions, index, isOnDemand, indexes.size() + 1);
    var arn = Objects.requireNonNull(table.tableArn());
    indexes.add(
        NewTable.of(index, arn).toBuilder().indexStatus("CREATING").backfilling(true).build());
  }

  private void update(UpdateGlobalSecondaryIndexAction action) {
    int position = position(action.indexName());
    var units = action.provisionedThroughput();
    if (units == null) {
      throw Invalid.parameter(
          "ProvisionedThroughput must be specified for index: " + action.indexName());
    }
    TableRules.checkUnits(action.indexName(), units, table.billingModeSummary() != null);
    indexes.set(
        position,
        indexes.get(position).toBuilder().provisionedThroughput(Billing.throughput(units)).build());
  }

  private int position(String name) {
    for (int i = 0; i < indexes.size(); i++) {
      if (name.equals(indexes.get(i).indexName())) {
        return i;
      }
    }
    throw RESOURCE_NOT_FOUND_EXCEPTION.because(
        "Requested resource not found: Index: " + name + " of table: " + table.tableName());
  }

  private Set<@Nullable String> names() {
    var names = new HashSet<@Nullable String>();
    indexes.forEach(index -> names.add(index.indexName()));
    orEmpty(table.localSecondaryIndexes()).forEach(index -> names.add(index.indexName()));
    return names;
  }

  private Set<String> used() {
    var schemas = new ArrayList<List<KeySchemaElement>>();
    schemas.add(orEmpty(table.keySchema()));
    indexes.forEach(index -> schemas.add(orEmpty(index.keySchema())));
    orEmpty(table.localSecondaryIndexes())
        .forEach(index -> schemas.add(orEmpty(index.keySchema())));
    var used = new HashSet<String>();
    schemas.forEach(schema -> schema.forEach(key -> used.add(key.attributeName())));
    return used;
  }

  private static brume.shape.ServiceException tooMany() {
    return LIMIT_EXCEEDED_EXCEPTION.because(
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
            + " per table");
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
