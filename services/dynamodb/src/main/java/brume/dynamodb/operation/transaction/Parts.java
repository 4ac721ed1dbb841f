package brume.dynamodb.operation.transaction;

import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.edit.Draft;
import brume.dynamodb.edit.Drafts;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.dynamodb.transaction.Reasons;
import brume.model.dynamodb.Delete;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.Update;
import brume.model.dynamodb.UpdateItemInput;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The parts of a transaction.
public final class Parts {
  private Parts() {}

  static ServiceException notOne() {
    return Invalid.request("TransactItems can only contain one of Check, Put, Update or Delete");
  }

  static Draft of(Drafts drafts, TransactWriteItem item) {
    var kinds = Stream.of(item.put(), item.update(), item.delete(), item.conditionCheck());
    if (kinds.filter(java.util.Objects::nonNull).count() != 1) {
      throw notOne();
    }
    if (item.put() != null) {
      return drafts.of(single(item.put()));
    }
    if (item.update() != null) {
      return drafts.of(single(item.update()));
    }
    if (item.delete() != null) {
      return drafts.of(single(item.delete()));
    }
    return drafts.of(java.util.Objects.requireNonNull(item.conditionCheck()));
  }

  private static PutItemInput single(Put put) {
    return PutItemInput.builder()
        .tableName(put.tableName())
        .item(put.item())
        .conditionExpression(put.conditionExpression())
        .expressionAttributeNames(put.expressionAttributeNames())
        .expressionAttributeValues(put.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static UpdateItemInput single(Update update) {
    return UpdateItemInput.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(update.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static DeleteItemInput single(Delete delete) {
    return DeleteItemInput.builder()
        .tableName(delete.tableName())
        .key(delete.key())
        .conditionExpression(delete.conditionExpression())
        .expressionAttributeNames(delete.expressionAttributeNames())
        .expressionAttributeValues(delete.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(delete.returnValuesOnConditionCheckFailure())
        .build();
  }

  /// The writes, one for each part. A part that does not fit its table cancels the transaction.
  public static List<Write> on(Tables tables, Scope scope, List<Draft> parts) {
    var known = new HashMap<String, Table>();
    var reasons = new Reasons(parts.size());
    var writes = new ArrayList<Write>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var table = known.computeIfAbsent(part.table(), name -> tables.get(scope, name));
      try {
        writes.add(part.on(table));
      } catch (ServiceException e) {
        reasons.add(i, e);
      }
    }
    reasons.check();
    checkDistinct(writes);
    return writes;
  }

  private static void checkDistinct(List<Write> writes) {
    record Place(String table, PrimaryKey key) {}
    var seen = new HashSet<Place>();
    for (var write : writes) {
      if (!seen.add(new Place(write.table().id(), write.key()))) {
        throw sameItem();
      }
    }
  }

  static ServiceException sameItem() {
    return Invalid.request("Transaction request cannot include multiple operations on one item");
  }
}
