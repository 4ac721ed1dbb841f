package brume.logs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import brume.logs.LogsLocal;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.DescribeLogGroupsRequest;
import brume.model.logs.ListTagsLogGroupRequest;
import brume.model.logs.LogGroup;
import brume.service.Call;
import brume.service.ResourceType.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogResourcesTest {
  private final LogsLocal logs = new LogsLocal();
  private final Call call = logs.local.call();
  private final LogGroupResource groups = new LogGroupResource();
  private final LogStreamResource streams = new LogStreamResource();

  @Test
  void aGroupIsMadeOnce() {
    var properties = Json.object("RetentionInDays", Json.of("14"));
    var group = groups.create(call, request(properties));
    assertThat(group.physicalId()).isEqualTo("stack-Logs-TOKEN");
    assertThat(group.attributes())
        .containsEntry(
            "Arn", Json.of("arn:aws:logs:us-east-1:000000000000:log-group:stack-Logs-TOKEN:*"));
    assertThat(groups.create(call, request(properties))).isEqualTo(group);
    assertThat(described().retentionInDays()).isEqualTo(14);
  }

  @Test
  void aNameOfTheTemplateIsNotTakenFromOthers() {
    var named = Json.object("LogGroupName", Json.of("mine"));
    groups.create(call, request(named));
    assertThatThrownBy(() -> groups.create(call, request(named)))
        .hasMessage("The specified log group already exists");
  }

  @Test
  void whatMayChangeChanges() {
    var before =
        Json.object(
            "RetentionInDays",
            Json.of(14),
            "Tags",
            Json.parse("[{\"Key\": \"a\", \"Value\": \"1\"}]"));
    var group = groups.create(call, request(before));
    groups.update(
        call,
        group,
        before,
        request(Json.object("Tags", Json.parse("[{\"Key\": \"b\", \"Value\": \"2\"}]"))));
    assertThat(described().retentionInDays()).isNull();
    var tags =
        logs.invoke(
            CloudWatchLogsModel.LIST_TAGS_LOG_GROUP,
            new ListTagsLogGroupRequest(group.physicalId()));
    assertThat(tags.tags()).isEqualTo(Map.of("b", "2", "stack", "s"));
  }

  @Test
  void streamsLieInGroups() {
    logs.group("g");
    var properties = Json.object("LogGroupName", Json.of("g"));
    var stream = streams.create(call, request(properties));
    assertThat(stream.physicalId()).isEqualTo("stack-Logs-TOKEN");
    assertThat(streams.create(call, request(properties))).isEqualTo(stream);
    logs.put("g", stream.physicalId(), "0 x");
    streams.delete(call, stream, properties);
    streams.delete(call, stream, properties);
    assertThat(logs.filtered("g", "")).isEmpty();
  }

  @Test
  void deletingTwiceIsNoError() {
    var group = groups.create(call, request(Json.Obj.EMPTY));
    groups.delete(call, group, Json.Obj.EMPTY);
    groups.delete(call, group, Json.Obj.EMPTY);
  }

  private LogGroup described() {
    return logs.invoke(
            CloudWatchLogsModel.DESCRIBE_LOG_GROUPS, DescribeLogGroupsRequest.builder().build())
        .logGroups()
        .getFirst();
  }

  private static Request request(Json.Obj properties) {
    return new Request("stack", "Logs", "TOKEN", properties, Map.of("stack", "s"));
  }
}
