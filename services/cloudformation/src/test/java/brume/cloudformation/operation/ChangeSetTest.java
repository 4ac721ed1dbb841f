package brume.cloudformation.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudformation.Stage;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.DeleteChangeSetInput;
import brume.model.cloudformation.DescribeChangeSetInput;
import brume.model.cloudformation.GetTemplateInput;
import brume.model.cloudformation.ListChangeSetsInput;
import brume.model.cloudformation.ResourceChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeSetTest {
  private static final String BEFORE =
      """
      Resources:
        A: {Type: 'AWS::Test::Thing', Properties: {Kind: x, Size: 1}}
        B: {Type: 'AWS::Test::Thing', Properties: {Uses: !Ref A}}
        C: {Type: 'AWS::Test::Thing'}
      """;

  private final Stage stage = new Stage();

  private static List<String> summary(brume.model.cloudformation.DescribeChangeSetOutput set) {
    return set.changes().stream()
        .map(change -> change.resourceChange())
        .map(ChangeSetTest::summary)
        .toList();
  }

  private static String summary(ResourceChange change) {
    return change.action() + ' ' + change.logicalResourceId() + ' ' + change.replacement();
  }

  @Test
  void aNewStackIsInReviewUntilItsChangeSetIsExecuted() {
    var set = stage.changeSet("CREATE", "s", BEFORE);
    assertThat(set.status()).isEqualTo("CREATE_COMPLETE");
    assertThat(set.executionStatus()).isEqualTo("AVAILABLE");
    assertThat(summary(set)).containsExactly("Add A null", "Add B null", "Add C null");
    assertThat(stage.stack("s").stackStatus()).isEqualTo("REVIEW_IN_PROGRESS");
    stage.deliver();
    assertThat(stage.things.world).isEmpty();
    assertThat(stage.execute("s").stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(stage.things.world).hasSize(3);
    assertThat(stage.describe("changes", "s").executionStatus()).isEqualTo("EXECUTE_COMPLETE");
    assertThat(stage.stack("s").changeSetId()).isEqualTo(set.changeSetId());
    assertThatThrownBy(() -> stage.execute("s"))
        .hasMessageContaining("cannot be executed in its current status");
    assertThatThrownBy(() -> stage.changeSet("CREATE", "s", BEFORE))
        .hasMessage(
            "Stack [s] already exists and cannot be created again with the changeSet [changes].");
  }

  @Test
  void changesSayWhatIsReplaced() {
    stage.create("s", BEFORE);
    var set =
        stage.changeSet(
            "UPDATE",
            "s",
            """
            Resources:
              A: {Type: 'AWS::Test::Thing', Properties: {Kind: y, Size: 1}}
              B: {Type: 'AWS::Test::Thing', Properties: {Uses: !Ref A}}
              D: {Type: 'AWS::Test::Thing'}
            """);
    assertThat(summary(set))
        .containsExactly("Modify A True", "Modify B False", "Add D null", "Remove C null");
    var detail = set.changes().get(1).resourceChange().details().getFirst();
    assertThat(detail.target().name()).isEqualTo("Uses");
    assertThat(detail.evaluation()).isEqualTo("Dynamic");
    assertThat(stage.execute("s").stackStatus()).isEqualTo("UPDATE_COMPLETE");
  }

  @Test
  void aChangeSetWithoutChangesFails() {
    stage.create("s", BEFORE);
    var set = stage.changeSet("UPDATE", "s", BEFORE);
    assertThat(set.status()).isEqualTo("FAILED");
    assertThat(set.executionStatus()).isEqualTo("UNAVAILABLE");
    assertThat(set.statusReason())
        .isEqualTo(
            "The submitted information didn't contain changes. Submit different information to create a change set.");
    assertThatThrownBy(() -> stage.execute("s")).hasMessageContaining("[FAILED]");
  }

  @Test
  void changeSetsAreListedAndDeleted() {
    var arn = stage.changeSet("CREATE", "s", BEFORE).changeSetId();
    assertThatThrownBy(() -> stage.changeSet("CREATE", "s", BEFORE))
        .hasMessage("ChangeSet changes already exists");
    var list = ListChangeSetsInput.builder().stackName("s").build();
    assertThat(stage.local.invoke(CloudFormationModel.LIST_CHANGE_SETS, list).summaries())
        .hasSize(1);
    assertThat(stage.describe(arn, null).stackName()).isEqualTo("s");
    var delete = DeleteChangeSetInput.builder().changeSetName(arn).build();
    stage.local.invoke(CloudFormationModel.DELETE_CHANGE_SET, delete);
    stage.local.invoke(CloudFormationModel.DELETE_CHANGE_SET, delete);
    assertThatThrownBy(() -> stage.describe(arn, null))
        .hasMessage("ChangeSet [" + arn + "] does not exist");
    assertThat(stage.delete("s").stackStatus()).isEqualTo("DELETE_COMPLETE");
  }

  @Test
  void valuesOfPropertiesAreShownToThoseWhoAskButForSecrets() {
    var template =
        """
        Parameters: {Secret: {Type: String, NoEcho: true}}
        Resources: {A: {Type: 'AWS::Test::Thing', Properties: {Size: 1, Uses: !Sub 'x ${Secret}'}}}
        """;
    stage.create("s", template, "Secret", "hush");
    var set =
        stage.changeSet("UPDATE", "s", template.replace("Size: 1", "Size: 2"), "Secret", "sesame");
    assertThat(set.changes().getFirst().resourceChange().afterContext()).isNull();
    var input =
        DescribeChangeSetInput.builder()
            .changeSetName("changes")
            .stackName("s")
            .includePropertyValues(true)
            .build();
    var change =
        stage
            .local
            .invoke(CloudFormationModel.DESCRIBE_CHANGE_SET, input)
            .changes()
            .getFirst()
            .resourceChange();
    assertThat(change.beforeContext())
        .isEqualTo("{\"Properties\":{\"Size\":1,\"Uses\":\"x ****\"}}");
    assertThat(change.afterContext())
        .isEqualTo("{\"Properties\":{\"Size\":2,\"Uses\":\"x ****\"}}");
    assertThat(change.details())
        .extracting(detail -> detail.target().afterValue())
        .containsExactly("2", "x ****");
  }

  @Test
  void aStackInReviewHasNoTemplateYet() {
    stage.changeSet("CREATE", "s", "Resources: {A: {Type: 'AWS::Test::Thing'}}");
    var input = GetTemplateInput.builder().stackName("s").build();
    assertThat(stage.local.invoke(CloudFormationModel.GET_TEMPLATE, input).templateBody()).isNull();
  }
}
