package brume.dynamodb.resource;

import static brume.model.dynamodb.DynamoDbError.POLICY_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.dynamodb.DeleteResourcePolicyInput;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetResourcePolicyInput;
import brume.model.dynamodb.PutResourcePolicyInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.TimeToLiveSpecification;
import brume.model.dynamodb.UpdateTimeToLiveInput;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The properties of a table that actions of their own set: expiry and the resource policy.
final class TableSettings {
  private TableSettings() {}

  static void apply(Call call, TableDescription table, Json.Obj wanted) {
    expire(call, Objects.requireNonNull(table.tableName()), TableProperties.expiry(wanted));
    guard(call, Objects.requireNonNull(table.tableArn()), TableProperties.policy(wanted));
  }

  private static void expire(Call call, String table, @Nullable String wanted) {
    var described =
        call.invoke(DynamoDbModel.DESCRIBE_TIME_TO_LIVE, new DescribeTimeToLiveInput(table))
            .timeToLiveDescription();
    var current = described == null ? null : described.attributeName();
    if (Objects.equals(current, wanted)) {
      return;
    }
    if (current != null) {
      expire(call, table, current, false);
    }
    if (wanted != null) {
      expire(call, table, wanted, true);
    }
  }

  private static void expire(Call call, String table, String attribute, boolean enabled) {
    call.invoke(
        DynamoDbModel.UPDATE_TIME_TO_LIVE,
        new UpdateTimeToLiveInput(table, new TimeToLiveSpecification(attribute, enabled)));
  }

  private static void guard(Call call, String arn, @Nullable String wanted) {
    var current = policy(call, arn);
    if (Objects.equals(current, wanted)) {
      return;
    }
    if (wanted == null) {
      call.invoke(
          DynamoDbModel.DELETE_RESOURCE_POLICY,
          DeleteResourcePolicyInput.builder().resourceArn(arn).build());
    } else {
      call.invoke(
          DynamoDbModel.PUT_RESOURCE_POLICY,
          PutResourcePolicyInput.builder().resourceArn(arn).policy(wanted).build());
    }
  }

  private static @Nullable String policy(Call call, String arn) {
    try {
      return call.invoke(DynamoDbModel.GET_RESOURCE_POLICY, new GetResourcePolicyInput(arn))
          .policy();
    } catch (ServiceException e) {
      if (e.error() != POLICY_NOT_FOUND_EXCEPTION) {
        throw e;
      }
      return null;
    }
  }
}
