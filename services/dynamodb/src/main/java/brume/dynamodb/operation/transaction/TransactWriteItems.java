package brume.dynamodb.operation.transaction;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.edit.Draft;
import brume.dynamodb.edit.Drafts;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.transaction.AllOrNothing;
import brume.dynamodb.transaction.Token;
import brume.dynamodb.transaction.WriteReply;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
import brume.model.dynamodb.TransactWriteItemsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes up to 100 writes of any tables, all or none of them.
public final class TransactWriteItems
    implements Operation<TransactWriteItemsInput, TransactWriteItemsOutput> {
  private final Tables tables;
  private final Items items;
  private final Drafts drafts;

  public TransactWriteItems(Tables tables, Items items, Drafts drafts) {
    this.tables = tables;
    this.items = items;
    this.drafts = drafts;
  }

  @Override
  public Access access(Call call, TransactWriteItemsInput input) {
    return TableAccess.all(input.transactItems().stream().map(item -> narrowed(call, item)));
  }

  private Access narrowed(Call call, TransactWriteItem item) {
    var access = access(call, item);
    return TableAccess.narrowed(
        call, access, () -> TableAccess.writing(access, Parts.of(drafts, item).attributes(), null));
  }

  private Access access(Call call, TransactWriteItem item) {
    if (item.put() != null) {
      return access(call, "PutItem", item.put().tableName(), item.put().item());
    }
    if (item.update() != null) {
      return access(call, "UpdateItem", item.update().tableName(), item.update().key());
    }
    if (item.delete() != null) {
      return access(call, "DeleteItem", item.delete().tableName(), item.delete().key());
    }
    var check = item.conditionCheck();
    if (check != null) {
      return access(call, "ConditionCheckItem", check.tableName(), check.key());
    }
    throw Parts.notOne();
  }

  private Access access(Call call, String action, String table, Map<String, AttributeValue> item) {
    return TableAccess.toItems(tables, call, action, table, Stream.of(item));
  }

  @Override
  public TransactWriteItemsOutput run(Call call, TransactWriteItemsInput input) {
    List<Draft> parts = input.transactItems().stream().map(each -> Parts.of(drafts, each)).toList();
    var writes = Parts.on(tables, call.scope(), parts);
    var request = input.toBuilder().clientRequestToken(null).build();
    var token = Token.of(call.scope(), input.clientRequestToken(), request, call.now());
    var outcome =
        items.changeAll(writes, Cause.request(call.now()), new AllOrNothing(writes.size(), token));
    var reply =
        new WriteReply(
            writes,
            outcome,
            () -> items.getAll(WriteReply.places(writes), ReadTerms.transaction(call.now())));
    return TransactWriteItemsOutput.builder()
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity())
                ? reply.capacity("INDEXES".equals(input.returnConsumedCapacity()))
                : null)
        .itemCollectionMetrics(reply.collections(input.returnItemCollectionMetrics()))
        .build();
  }
}
