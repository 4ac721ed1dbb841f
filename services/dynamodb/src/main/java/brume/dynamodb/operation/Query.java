package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.PageRequest;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.LegacyConditions;
import brume.dynamodb.request.Parameters;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.KeySchema;
import brume.dynamodb.table.KeySpace;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.QueryOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Reader.Direction;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// Reads the items of one partition, in the order of their sort keys.
public final class Query implements Operation<QueryInput, QueryOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public Query(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, QueryInput input) {
    var access = TableAccess.to(tables, call, name(), input.tableName(), input.indexName());
    return TableAccess.narrowed(call, access, () -> narrowed(call, access, input));
  }

  private Access narrowed(Call call, Access access, QueryInput input) {
    var table = tables.get(call.scope(), input.tableName());
    var index = Reading.index(table, input.indexName(), input.consistentRead());
    var asked = keyCondition(input, parameters(input));
    var condition =
        Expressions.keyCondition(asked, index == null ? table.schema() : index.schema());
    return reading(TableAccess.toPartition(access, condition.partition()), input, asked);
  }

  private Access reading(Access access, QueryInput input, Condition asked) {
    var reading = new Reading(expressions, parameters(input));
    var filter =
        reading.filter(input.filterExpression(), input.queryFilter(), input.conditionalOperator());
    var attributes = new HashSet<>(Attributes.of(asked));
    if (filter != null) {
      attributes.addAll(Attributes.of(filter));
    }
    var projection = reading.projection(input.projectionExpression(), input.attributesToGet());
    return TableAccess.reading(access, projection, attributes, input.select());
  }

  @Override
  public QueryOutput run(Call call, QueryInput input) {
    var placeholders = parameters(input);
    var reading = new Reading(expressions, placeholders);
    var filter =
        reading.filter(input.filterExpression(), input.queryFilter(), input.conditionalOperator());
    var projection = reading.projection(input.projectionExpression(), input.attributesToGet());
    var keyCondition = keyCondition(input, placeholders);
    placeholders.checkAllUsed();
    var table = tables.get(call.scope(), input.tableName());
    var index = Reading.index(table, input.indexName(), input.consistentRead());
    var schema = index == null ? table.schema() : index.schema();
    var condition = Expressions.keyCondition(keyCondition, schema);
    checkFilter(filter, schema, input.filterExpression() != null);
    var selection = Reading.selection(input.select(), projection, index, filter);
    KeySpace space = index == null ? table.items() : index.space();
    var request =
        new PageRequest(
            table,
            index,
            space.query(condition.partition(), condition.sort()),
            Boolean.FALSE.equals(input.scanIndexForward()) ? Direction.BACKWARD : Direction.FORWARD,
            input.limit() == null ? Integer.MAX_VALUE : input.limit(),
            filter,
            selection.fetches(),
            selection.countsOnly());
    var page =
        items.page(
            Reading.from(request, input.exclusiveStartKey()),
            ReadTerms.of(call.now(), input.consistentRead()));
    var reply =
        Reading.reply(request, page, selection, Boolean.TRUE.equals(input.consistentRead()));
    return QueryOutput.builder()
        .count(page.count())
        .scannedCount(page.scanned())
        .items(reply.items())
        .lastEvaluatedKey(reply.lastEvaluatedKey())
        .consumedCapacity(reply.capacity().reply(input.returnConsumedCapacity()))
        .build();
  }

  private static Placeholders parameters(QueryInput input) {
    boolean hasExpression = input.keyConditionExpression() != null;
    var placeholders =
        new Parameters()
            .projection("ProjectionExpression", input.projectionExpression())
            .expression("FilterExpression", input.filterExpression())
            .expression("KeyConditionExpression", input.keyConditionExpression())
            .legacy("AttributesToGet", input.attributesToGet())
            .legacy("QueryFilter", input.queryFilter())
            .legacy("ConditionalOperator", input.conditionalOperator())
            // Beside other expressions, AWS takes the old form of this one.
            .legacy("KeyConditions", hasExpression ? input.keyConditions() : null)
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    if (!hasExpression && input.keyConditions() == null) {
      throw Invalid.request(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
              + " request.");
    }
    return placeholders;
  }

  private Condition keyCondition(QueryInput input, Placeholders placeholders) {
    var expression = input.keyConditionExpression();
    if (expression != null) {
      return expressions.keyCondition(expression, placeholders);
    }
    var conditions = input.keyConditions();
    return LegacyConditions.keyConditions(conditions == null ? java.util.Map.of() : conditions);
  }

  private static void checkFilter(
      @Nullable Condition filter, KeySchema schema, boolean isExpression) {
    if (filter == null) {
      return;
    }
    for (var attribute : Attributes.of(filter)) {
      if (schema.has(attribute)) {
        throw Invalid.request(
            (isExpression ? "Filter Expression" : "QueryFilter")
                + " can only contain non-primary key attributes: Primary key attribute: "
                + attribute);
      }
    }
  }
}
