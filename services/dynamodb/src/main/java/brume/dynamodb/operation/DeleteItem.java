package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.edit.Drafts;
import brume.dynamodb.request.ItemCollection;
import brume.dynamodb.request.ReturnValues;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.Cause;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DeleteItemOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.stream.Stream;

/// Deletes an item, if there is one of the key.
public final class DeleteItem implements Operation<DeleteItemInput, DeleteItemOutput> {
  private final Tables tables;
  private final Items items;
  private final Drafts drafts;

  public DeleteItem(Tables tables, Items items, Drafts drafts) {
    this.tables = tables;
    this.items = items;
    this.drafts = drafts;
  }

  @Override
  public Access access(Call call, DeleteItemInput input) {
    var access =
        TableAccess.toItems(tables, call, name(), input.tableName(), Stream.of(input.key()));
    return TableAccess.narrowed(
        call,
        access,
        () -> TableAccess.writing(access, drafts.of(input).attributes(), input.returnValues()));
  }

  @Override
  public DeleteItemOutput run(Call call, DeleteItemInput input) {
    var draft = drafts.of(input);
    var returned = ReturnValues.ofReplacement(input.returnValues());
    var table = tables.get(call.scope(), input.tableName());
    var write = draft.on(table);
    var change = items.change(write, Cause.request(call.now()));
    return DeleteItemOutput.builder()
        .attributes(returned.whole(change.before(), change.after()))
        .consumedCapacity(change.capacity(table).reply(input.returnConsumedCapacity()))
        .itemCollectionMetrics(
            ItemCollection.reply(
                input.returnItemCollectionMetrics(), table, write.key(), change.collectionBytes()))
        .build();
  }
}
