package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.ResourcePolicy;
import brume.model.dynamodb.DeleteResourcePolicyInput;
import brume.model.dynamodb.DeleteResourcePolicyOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes its policy from a table; none is no error.
public final class DeleteResourcePolicy
    implements Operation<DeleteResourcePolicyInput, DeleteResourcePolicyOutput> {
  private final Tables tables;

  public DeleteResourcePolicy(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, DeleteResourcePolicyInput input) {
    return TableAccess.to(tables, call, name(), input.resourceArn());
  }

  @Override
  public DeleteResourcePolicyOutput run(Call call, DeleteResourcePolicyInput input) {
    Lacking.checkPolicyOf(input.resourceArn());
    var before = tables.describe(call.scope(), input.resourceArn()).definition().policy();
    tables.change(
        call.scope(),
        input.resourceArn(),
        (_, table) -> {
          PutResourcePolicy.checkRevision(table.definition().policy(), input.expectedRevisionId());
          return table.definition().with((ResourcePolicy) null);
        });
    return DeleteResourcePolicyOutput.builder()
        .revisionId(before == null ? null : before.revision())
        .build();
  }
}
