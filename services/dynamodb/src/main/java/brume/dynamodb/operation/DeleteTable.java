package brume.dynamodb.operation;

import brume.dynamodb.data.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DeleteTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a table and all that is in it.
public final class DeleteTable implements Operation<DeleteTableInput, DeleteTableOutput> {
  private final Tables tables;

  public DeleteTable(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, DeleteTableInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public DeleteTableOutput run(Call call, DeleteTableInput input) {
    var deleted = tables.delete(call.scope(), input.tableName());
    return DeleteTableOutput.builder()
        .tableDescription(deleted.toBuilder().tableStatus("DELETING").build())
        .build();
  }
}
