package brume.logs.resource;

import static brume.model.logs.CloudWatchLogsError.RESOURCE_ALREADY_EXISTS_EXCEPTION;
import static brume.model.logs.CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.logs.group.GroupName;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.DeleteLogGroupRequest;
import brume.model.logs.DeleteRetentionPolicyRequest;
import brume.model.logs.ListTagsForResourceRequest;
import brume.model.logs.PutRetentionPolicyRequest;
import brume.model.logs.TagResourceRequest;
import brume.model.logs.UntagResourceRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::Logs::LogGroup`. `Ref` gives the name, `GetAtt` knows `Arn`, which ends in `:*`.
public final class LogGroupResource implements ResourceType {
  private static final int MAX_NAME = 512;

  @Override
  public String name() {
    return "AWS::Logs::LogGroup";
  }

  @Override
  public Set<String> properties() {
    return Set.of("LogGroupName", "LogGroupClass", "RetentionInDays", "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("LogGroupName", "LogGroupClass");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        "LogGroupName",
        RESOURCE_NOT_FOUND_EXCEPTION,
        name -> tags(call, GroupName.arn(call.scope(), name).toString()));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("LogGroupName");
    var own = given == null ? null : given.text();
    var name = own == null ? request.generatedName(MAX_NAME) : own;
    var tags = TemplateTags.of(request);
    var logClass = request.properties().get("LogGroupClass");
    var input =
        CreateLogGroupRequest.builder()
            .logGroupName(name)
            .logGroupClass(logClass == null ? null : logClass.text())
            .tags(tags.isEmpty() ? null : tags)
            .build();
    create(call, input, request.isOwn("LogGroupName"));
    var resource = Resource.of(name).with("Arn", GroupName.arn(call.scope(), name) + ":*");
    return UnfinishedException.guard(
        resource,
        () -> {
          keep(call, name, null, request.properties());
          return resource;
        });
  }

  /// A step that is run again after a crash finds the group that it made.
  private static void create(Call call, CreateLogGroupRequest input, boolean isOwn) {
    try {
      call.invoke(CloudWatchLogsModel.CREATE_LOG_GROUP, input);
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_ALREADY_EXISTS_EXCEPTION || !isOwn) {
        throw e;
      }
    }
  }

  private static void keep(Call call, String group, @Nullable Json before, Json.Obj properties) {
    var days = properties.get("RetentionInDays");
    if (days != null) {
      var policy = Json.object("LogGroupName", Json.of(group), "RetentionInDays", days);
      call.invoke(
          CloudWatchLogsModel.PUT_RETENTION_POLICY,
          TemplateProperties.read(policy, PutRetentionPolicyRequest.SHAPE));
    } else if (before != null) {
      call.invoke(
          CloudWatchLogsModel.DELETE_RETENTION_POLICY, new DeleteRetentionPolicyRequest(group));
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    keep(call, name, before.get("RetentionInDays"), request.properties());
    retag(call, GroupName.arn(call.scope(), name).toString(), TemplateTags.of(request));
    return current;
  }

  private static @Nullable Map<String, String> tags(Call call, String arn) {
    return call.invoke(
            CloudWatchLogsModel.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceRequest(arn))
        .tags();
  }

  private static void retag(Call call, String arn, Map<String, String> wanted) {
    var there = tags(call, arn);
    List<String> gone =
        there == null
            ? List.of()
            : there.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(CloudWatchLogsModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(CloudWatchLogsModel.TAG_RESOURCE, new TagResourceRequest(arn, wanted));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          CloudWatchLogsModel.DELETE_LOG_GROUP, new DeleteLogGroupRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
