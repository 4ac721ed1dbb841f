package brume.logs.operation;

import static brume.model.logs.CloudWatchLogsModel.CREATE_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.DELETE_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.DELETE_RETENTION_POLICY;
import static brume.model.logs.CloudWatchLogsModel.DESCRIBE_LOG_GROUPS;
import static brume.model.logs.CloudWatchLogsModel.LIST_TAGS_FOR_RESOURCE;
import static brume.model.logs.CloudWatchLogsModel.LIST_TAGS_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.PUT_RETENTION_POLICY;
import static brume.model.logs.CloudWatchLogsModel.TAG_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.TAG_RESOURCE;
import static brume.model.logs.CloudWatchLogsModel.UNTAG_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.UNTAG_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.logs.LogsLocal;
import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.DeleteLogGroupRequest;
import brume.model.logs.DeleteRetentionPolicyRequest;
import brume.model.logs.DescribeLogGroupsRequest;
import brume.model.logs.DescribeLogGroupsResponse;
import brume.model.logs.ListTagsForResourceRequest;
import brume.model.logs.ListTagsLogGroupRequest;
import brume.model.logs.LogGroup;
import brume.model.logs.PutRetentionPolicyRequest;
import brume.model.logs.TagLogGroupRequest;
import brume.model.logs.TagResourceRequest;
import brume.model.logs.UntagLogGroupRequest;
import brume.model.logs.UntagResourceRequest;
import brume.service.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final String ARN = "arn:aws:logs:us-east-1:000000000000:log-group:";

  private final LogsLocal logs = new LogsLocal();

  @Test
  void aGroupIsDescribed() {
    logs.group("/aws/lambda/f").stream("/aws/lambda/f", "s").put("/aws/lambda/f", "s", "0 four");
    assertThat(describe(DescribeLogGroupsRequest.builder()).logGroups())
        .containsExactly(
            LogGroup.builder()
                .logGroupName("/aws/lambda/f")
                .arn(ARN + "/aws/lambda/f:*")
                .logGroupArn(ARN + "/aws/lambda/f")
                .creationTime(LogsLocal.NOW)
                .logGroupClass("STANDARD")
                .metricFilterCount(0)
                .storedBytes(30L)
                .build());
  }

  @Test
  void aNameIsTakenUntilItsGroupIsDeleted() {
    logs.group("g");
    assertThatThrownBy(() -> logs.group("g")).hasMessage("The specified log group already exists");
    logs.invoke(DELETE_LOG_GROUP, new DeleteLogGroupRequest("g"));
    assertThatThrownBy(() -> logs.invoke(DELETE_LOG_GROUP, new DeleteLogGroupRequest("g")))
        .hasMessage("The specified log group does not exist.");
    logs.group("g");
  }

  @Test
  void groupsAreListedInPages() {
    List.of("b", "a2", "a1", "a3").forEach(logs::group);
    assertThat(names(DescribeLogGroupsRequest.builder().logGroupNamePrefix("a")))
        .containsExactly("a1", "a2", "a3");
    assertThat(names(DescribeLogGroupsRequest.builder().logGroupNamePattern("2")))
        .containsExactly("a2");
    var all = new ArrayList<String>();
    String token = null;
    do {
      var page = describe(DescribeLogGroupsRequest.builder().limit(2).nextToken(token));
      page.logGroups().forEach(group -> all.add(group.logGroupName()));
      token = page.nextToken();
    } while (token != null);
    assertThat(all).containsExactly("a1", "a2", "a3", "b");
    assertThatThrownBy(() -> describe(DescribeLogGroupsRequest.builder().nextToken("?")))
        .hasMessage("The specified nextToken is invalid.");
    assertThatThrownBy(
            () ->
                describe(
                    DescribeLogGroupsRequest.builder()
                        .logGroupNamePattern("2")
                        .logGroupNamePrefix("a")))
        .hasMessageContaining("mutually exclusive");
  }

  @Test
  void retentionIsOfCertainLengths() {
    logs.group("g");
    logs.invoke(PUT_RETENTION_POLICY, new PutRetentionPolicyRequest("g", 7));
    assertThat(only().retentionInDays()).isEqualTo(7);
    logs.invoke(DELETE_RETENTION_POLICY, new DeleteRetentionPolicyRequest("g"));
    assertThat(only().retentionInDays()).isNull();
    assertThatThrownBy(
            () -> logs.invoke(PUT_RETENTION_POLICY, new PutRetentionPolicyRequest("g", 8)))
        .hasMessageStartingWith("1 validation error detected: Value '8' at 'retentionInDays'");
  }

  @Test
  void tagsAreKeptInBothForms() {
    logs.invoke(
        CREATE_LOG_GROUP,
        CreateLogGroupRequest.builder().logGroupName("g").tags(Map.of("a", "1")).build());
    logs.invoke(TAG_RESOURCE, new TagResourceRequest(ARN + "g", Map.of("b", "2")));
    logs.invoke(TAG_LOG_GROUP, new TagLogGroupRequest("g", Map.of("c", "3", "d", "4")));
    logs.invoke(UNTAG_RESOURCE, new UntagResourceRequest(ARN + "g", List.of("a")));
    logs.invoke(UNTAG_LOG_GROUP, new UntagLogGroupRequest("g", List.of("d", "none")));
    var rest = Map.of("b", "2", "c", "3");
    assertThat(logs.invoke(LIST_TAGS_LOG_GROUP, new ListTagsLogGroupRequest("g")).tags())
        .isEqualTo(rest);
    var listed = new ListTagsForResourceRequest(ARN + "g");
    assertThat(logs.invoke(LIST_TAGS_FOR_RESOURCE, listed).tags()).isEqualTo(rest);
  }

  @Test
  void tagsAreBoundedAndTheirArnsOfHere() {
    logs.group("g");
    for (int i = 0; i < 50; i++) {
      logs.invoke(TAG_LOG_GROUP, new TagLogGroupRequest("g", Map.of("k" + i, "v")));
    }
    assertThatThrownBy(
            () -> logs.invoke(TAG_LOG_GROUP, new TagLogGroupRequest("g", Map.of("k50", "v"))))
        .hasMessage("A resource can have no more than 50 tags.");
    assertThatThrownBy(() -> tagsOf("arn:aws:logs:eu-west-1:000000000000:log-group:g"))
        .hasMessage("The specified log group does not exist.");
    assertThatThrownBy(() -> tagsOf("arn:aws:sqs:us-east-1:000000000000:g"))
        .hasMessageStartingWith("Invalid ARN");
  }

  @Test
  void whatIsLackingIsNamed() {
    var secret = CreateLogGroupRequest.builder().logGroupName("g").kmsKeyId("k");
    assertThatThrownBy(() -> logs.invoke(CREATE_LOG_GROUP, secret.build()))
        .hasMessage("Brume's CloudWatch Logs does not have kmsKeyId yet");
    var rare = CreateLogGroupRequest.builder().logGroupName("g").logGroupClass("DELIVERY");
    assertThatThrownBy(() -> logs.invoke(CREATE_LOG_GROUP, rare.build()))
        .hasMessage("Brume's CloudWatch Logs does not have logGroupClass DELIVERY yet");
  }

  @Test
  void accessIsToTheGroup() {
    logs.invoke(
        CREATE_LOG_GROUP,
        CreateLogGroupRequest.builder().logGroupName("g").tags(Map.of("a", "1")).build());
    var needs = logs.local.asked().getLast().needs();
    assertThat(needs)
        .extracting(Access.Need::action)
        .containsExactly("logs:CreateLogGroup", "logs:TagResource");
    assertThat(needs)
        .extracting(Access.Need::resource)
        .containsExactly(ARN + "g:log-stream:", ARN + "g");
    assertThat(needs.getFirst().conditions())
        .isEqualTo(Map.of("aws:TagKeys", List.of("a"), "aws:RequestTag/a", List.of("1")));
  }

  private void tagsOf(String arn) {
    logs.invoke(LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceRequest(arn));
  }

  private LogGroup only() {
    return describe(DescribeLogGroupsRequest.builder()).logGroups().getFirst();
  }

  private List<String> names(DescribeLogGroupsRequest.Builder wanted) {
    return describe(wanted).logGroups().stream().map(LogGroup::logGroupName).toList();
  }

  private DescribeLogGroupsResponse describe(DescribeLogGroupsRequest.Builder wanted) {
    return logs.invoke(DESCRIBE_LOG_GROUPS, wanted.build());
  }
}
