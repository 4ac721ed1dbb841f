package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Projections;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.GetItemOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one item.
public final class GetItem implements Operation<GetItemInput, GetItemOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public GetItem(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, GetItemInput input) {
    var access =
        TableAccess.toItems(tables, call, name(), input.tableName(), Stream.of(input.key()));
    return TableAccess.narrowed(
        call,
        access,
        () -> TableAccess.reading(access, projection(input), input.key().keySet(), null));
  }

  private @Nullable Projection projection(GetItemInput input) {
    return Projections.of(
        expressions,
        input.projectionExpression(),
        input.attributesToGet(),
        input.expressionAttributeNames());
  }

  @Override
  public GetItemOutput run(Call call, GetItemInput input) {
    var projection = projection(input);
    var key = AttributeValues.item(input.key());
    var table = tables.get(call.scope(), input.tableName());
    var item =
        items.get(
            table, table.schema().ofKey(key), ReadTerms.of(call.now(), input.consistentRead()));
    var shown = item == null || projection == null ? item : projection.of(item);
    return GetItemOutput.builder()
        .item(shown == null ? null : AttributeValues.of(shown))
        .consumedCapacity(
            Projections.capacity(table, item, Boolean.TRUE.equals(input.consistentRead()))
                .reply(input.returnConsumedCapacity()))
        .build();
  }
}
