package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.group.Group;
import brume.logs.group.GroupName;
import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.CreateLogGroupResponse;
import brume.model.logs.LogGroup;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Makes an empty log group.
public final class CreateLogGroup
    implements Operation<CreateLogGroupRequest, CreateLogGroupResponse> {
  private final Groups groups;

  public CreateLogGroup(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, CreateLogGroupRequest input) {
    var access = LogAccess.toGroup(call, name(), input.logGroupName());
    return input.tags() == null
        ? access
        : LogAccess.tagged(
            access.and(LogAccess.toTags(call, "TagResource", input.logGroupName())), input.tags());
  }

  @Override
  public CreateLogGroupResponse run(Call call, CreateLogGroupRequest input) {
    Lacking.check(input);
    var arn = GroupName.arn(call.scope(), input.logGroupName());
    var description =
        LogGroup.builder()
            .logGroupName(input.logGroupName())
            .logGroupArn(arn.toString())
            .arn(arn + ":*")
            .creationTime(call.now().toEpochMilli())
            .logGroupClass("STANDARD")
            .metricFilterCount(0)
            .build();
    var tags = input.tags() == null ? Map.<String, String>of() : input.tags();
    groups.create(call.scope(), new Group(description, call.ids().lower(Ids.LENGTH), tags));
    return new CreateLogGroupResponse();
  }
}
