package brume.dynamodb.operation.table;

import static brume.model.dynamodb.DynamoDbError.POLICY_NOT_FOUND_EXCEPTION;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.GetResourcePolicyInput;
import brume.model.dynamodb.GetResourcePolicyOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells the policy of a table.
public final class GetResourcePolicy
    implements Operation<GetResourcePolicyInput, GetResourcePolicyOutput> {
  private final Tables tables;

  public GetResourcePolicy(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, GetResourcePolicyInput input) {
    return TableAccess.to(tables, call, name(), input.resourceArn());
  }

  @Override
  public GetResourcePolicyOutput run(Call call, GetResourcePolicyInput input) {
    Lacking.checkPolicyOf(input.resourceArn());
    var policy = tables.describe(call.scope(), input.resourceArn()).definition().policy();
    if (policy == null) {
      throw POLICY_NOT_FOUND_EXCEPTION.because(
          "Resource-based policy not found for the provided ResourceArn: " + input.resourceArn());
    }
    return new GetResourcePolicyOutput(policy.document(), policy.revision());
  }
}
