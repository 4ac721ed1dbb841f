package brume.dynamodb.resource;

import static brume.model.dynamodb.DynamoDbError.POLICY_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.dynamodb.DeleteResourcePolicyInput;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetResourcePolicyInput;
import brume.model.dynamodb.ListTagsOfResourceInput;
import brume.model.dynamodb.PutResourcePolicyInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.model.dynamodb.TagResourceInput;
import brume.model.dynamodb.TimeToLiveSpecification;
import brume.model.dynamodb.UntagResourceInput;
import brume.model.dynamodb.UpdateTimeToLiveInput;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The properties of a table that actions of their own set: expiry and the resource policy.
final class TableSettings {
  private TableSettings() {}

  static void apply(Call call, TableDescription table, Json.Obj wanted) {
    expire(call, table, wanted);
    guard(call, Objects.requireNonNull(table.tableArn()), TableProperties.policy(wanted));
  }

  static void expire(Call call, TableDescription table, Json.Obj wanted) {
    expire(call, Objects.requireNonNull(table.tableName()), TableProperties.expiry(wanted));
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

  static void guard(Call call, String arn, @Nullable String wanted) {
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

  /// Makes the tags of a table those that are wanted.
  static void tag(Call call, String arn, List<Tag> wanted) {
    var listed =
        call.invoke(
                DynamoDbModel.LIST_TAGS_OF_RESOURCE,
                ListTagsOfResourceInput.builder().resourceArn(arn).build())
            .tags();
    var gone = new ArrayList<String>();
    for (var tag : listed == null ? List.<Tag>of() : listed) {
      if (wanted.stream().noneMatch(each -> each.key().equals(tag.key()))) {
        gone.add(tag.key());
      }
    }
    if (!gone.isEmpty()) {
      call.invoke(DynamoDbModel.UNTAG_RESOURCE, new UntagResourceInput(arn, gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(DynamoDbModel.TAG_RESOURCE, new TagResourceInput(arn, wanted));
    }
  }
}
