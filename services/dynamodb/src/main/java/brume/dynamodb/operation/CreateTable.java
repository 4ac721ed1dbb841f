package brume.dynamodb.operation;

import brume.dynamodb.data.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.NewTable;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.CreateTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Makes a table. It is active at once.
public final class CreateTable implements Operation<CreateTableInput, CreateTableOutput> {
  private final Tables tables;

  public CreateTable(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, CreateTableInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public CreateTableOutput run(Call call, CreateTableInput input) {
    Lacking.check(input);
    var table = NewTable.describe(input, call.scope(), call.ids().uuid(), call.now());
    var created =
        tables.create(call.scope(), table, input.tags() == null ? List.of() : input.tags());
    return CreateTableOutput.builder().tableDescription(DescribeTable.empty(created)).build();
  }
}
