package brume.dynamodb.operation.table;

import static brume.model.dynamodb.DynamoDbError.POLICY_NOT_FOUND_EXCEPTION;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.ResourcePolicy;
import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.model.dynamodb.PutResourcePolicyInput;
import brume.model.dynamodb.PutResourcePolicyOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Gives a table a policy of its own, in place of the one that it has. One that shuts out its
/// writer is taken as it is, as if ConfirmRemoveSelfResourceAccess were always true.
public final class PutResourcePolicy
    implements Operation<PutResourcePolicyInput, PutResourcePolicyOutput> {
  /// In bytes. Source: Amazon DynamoDB Developer Guide, "Resource-based policy considerations".
  private static final int MAX_BYTES = 20 * 1024;

  private static final String NO_POLICY = "NO_POLICY";

  private final Tables tables;

  public PutResourcePolicy(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, PutResourcePolicyInput input) {
    return TableAccess.to(tables, call, name(), input.resourceArn());
  }

  @Override
  public PutResourcePolicyOutput run(Call call, PutResourcePolicyInput input) {
    Lacking.checkPolicyOf(input.resourceArn());
    check(input.policy());
    var policy = new ResourcePolicy(input.policy(), call.ids().uuid().toString());
    tables.change(
        call.scope(),
        input.resourceArn(),
        (_, table) -> {
          checkRevision(table.definition().policy(), input.expectedRevisionId());
          return table.definition().with(policy);
        });
    return new PutResourcePolicyOutput(policy.revision());
  }

  /// Throws a validation error for a text that is no policy.
  static void check(String document) {
    if (document.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Invalid.request("Resource-based policy exceeds the maximum size of 20 KB");
    }
    try {
      Policy.parse(document, Policy.Kind.RESOURCE);
    } catch (MalformedPolicyException e) {
      throw Invalid.request("Invalid policy document: " + e.text());
    }
  }

  /// @param expected a revision, or `NO_POLICY`; null for any
  static void checkRevision(@Nullable ResourcePolicy policy, @Nullable String expected) {
    var revision = policy == null ? NO_POLICY : policy.revision();
    if (expected != null && !expected.equals(revision)) {
      throw POLICY_NOT_FOUND_EXCEPTION.because(
          "The expected revision of the resource-based policy is not the current one");
    }
  }
}
