package brume.cloudformation.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudformation.Stage;
import brume.json.Json;
import brume.model.cloudformation.CancelUpdateStackInput;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.ContinueUpdateRollbackInput;
import brume.model.cloudformation.RollbackStackInput;
import brume.model.cloudformation.UpdateStackInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest {
  private static final String BEFORE =
      """
      Resources:
        Plain: {Type: 'AWS::Test::Thing', Properties: {Size: 1}}
        Named: {Type: 'AWS::Test::Thing', Properties: {Kind: a, Size: 1}}
        User: {Type: 'AWS::Test::Thing', Properties: {Uses: [!Ref Named, !GetAtt Plain.Size]}}
        Gone: {Type: 'AWS::Test::Thing'}
      Outputs: {Named: {Value: !Ref Named}}
      """;

  /// Changes Plain, replaces Named, so changes User, drops Gone and adds New.
  private static final String AFTER =
      """
      Resources:
        Plain: {Type: 'AWS::Test::Thing', Properties: {Size: 2}}
        Named: {Type: 'AWS::Test::Thing', Properties: {Kind: b, Size: 1}}
        User: {Type: 'AWS::Test::Thing', Properties: {Uses: [!Ref Named, !GetAtt Plain.Size]}}
        New: {Type: 'AWS::Test::Thing', DependsOn: User}
      Outputs: {Named: {Value: !Ref Named}}
      """;

  private final Stage stage = new Stage();

  private Map<String, Json.Obj> world() {
    return Map.copyOf(stage.things.world);
  }

  @Test
  void resourcesAreChangedReplacedAddedAndRemoved() {
    stage.create("s", BEFORE);
    var old = stage.output("s", "Named");
    stage.things.actions.clear();
    var stack = stage.update("s", AFTER);
    assertThat(stack.stackStatus()).isEqualTo("UPDATE_COMPLETE");
    var named = stage.output("s", "Named");
    assertThat(named).isNotEqualTo(old);
    assertThat(stage.things.actions)
        .hasSize(6)
        .contains("update Plain", "create Named", "update User", "create New", "delete " + old);
    assertThat(stage.things.world).hasSize(4).containsKey(named).doesNotContainKey(old);
    var events = stage.events("s");
    assertThat(events)
        .contains(
            "Named UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.",
            "Named UPDATE_COMPLETE",
            "Gone DELETE_COMPLETE")
        .endsWith("s UPDATE_COMPLETE");
    assertThat(events.indexOf("s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"))
        .isLessThan(events.indexOf("Gone DELETE_IN_PROGRESS"));
  }

  @Test
  void withoutChangesThereIsNoUpdate() {
    stage.create("s", BEFORE);
    assertThatThrownBy(() -> stage.update("s", BEFORE + "\n# nothing else\n"))
        .hasMessage("No updates are to be performed.");
    assertThatThrownBy(() -> stage.update("t", BEFORE)).hasMessage("Stack [t] does not exist");
  }

  @Test
  void aFailedUpdateLeavesTheWorldAsItWas() {
    stage.create("s", BEFORE);
    var before = world();
    var named = stage.output("s", "Named");
    var stack =
        stage.update(
            "s", AFTER.replace("DependsOn: User", "DependsOn: User, Properties: {Fails: create}"));
    assertThat(stack.stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(world()).isEqualTo(before);
    assertThat(stage.output("s", "Named")).isEqualTo(named);
    assertThat(stage.events("s"))
        .contains(
            "s UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [New]. ")
        .endsWith("s UPDATE_ROLLBACK_COMPLETE");
    assertThat(stage.update("s", AFTER).stackStatus()).isEqualTo("UPDATE_COMPLETE");
  }

  @Test
  void anUpdateThatFailedHalfwayIsUndone() {
    stage.create("s", BEFORE);
    var before = world();
    var stack = stage.update("s", BEFORE.replace("{Size: 1}", "{Size: 9, Fails: late-update}"));
    assertThat(stack.stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(world()).isEqualTo(before);
  }

  @Test
  void aRollbackThatFailsIsContinued() {
    stage.create("s", BEFORE);
    var before = world();
    var broken = new boolean[] {true};
    stage.things.before =
        action -> {
          if (broken[0] && action.equals("update Plain") && stage.things.actions.contains(action)) {
            throw brume.model.sqs.SqsError.UNSUPPORTED_OPERATION.because("not now");
          }
        };
    var failing = AFTER.replace("DependsOn: User", "DependsOn: User, Properties: {Fails: create}");
    assertThat(stage.update("s", failing).stackStatus()).isEqualTo("UPDATE_ROLLBACK_FAILED");
    broken[0] = false;
    stage.local.invoke(
        CloudFormationModel.CONTINUE_UPDATE_ROLLBACK,
        ContinueUpdateRollbackInput.builder().stackName("s").build());
    stage.deliver();
    assertThat(stage.stack("s").stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(world()).isEqualTo(before);
  }

  @Test
  void aFailedUpdateCanBeLeftAndRolledBackLater() {
    stage.create("s", BEFORE);
    var before = world();
    for (var size : List.of("5", "6")) {
      stage.local.invoke(
          CloudFormationModel.UPDATE_STACK,
          UpdateStackInput.builder()
              .stackName("s")
              .disableRollback(true)
              .templateBody(
                  AFTER
                      .replace("Kind: b", "Kind: b" + size)
                      .replace("Size: 2", "Size: " + size)
                      .replace("DependsOn: User", "DependsOn: User, Properties: {Fails: create}"))
              .build());
      stage.deliver();
      assertThat(stage.stack("s").stackStatus()).isEqualTo("UPDATE_FAILED");
    }
    stage.local.invoke(
        CloudFormationModel.ROLLBACK_STACK, RollbackStackInput.builder().stackName("s").build());
    stage.deliver();
    assertThat(stage.stack("s").stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(world()).isEqualTo(before);
  }

  @Test
  void anUpdateCanBeCancelled() {
    stage.create("s", BEFORE);
    var before = world();
    stage.things.after =
        action -> {
          if (action.equals("create Named")) {
            stage.things.after = _ -> {};
            stage.local.invoke(
                CloudFormationModel.CANCEL_UPDATE_STACK,
                CancelUpdateStackInput.builder().stackName("s").build());
          }
        };
    assertThat(stage.update("s", AFTER).stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(world()).isEqualTo(before);
    assertThat(stage.events("s"))
        .contains(
            "Named UPDATE_FAILED Resource update cancelled",
            "s UPDATE_ROLLBACK_IN_PROGRESS User Initiated");
  }

  @Test
  void policiesKeepWhatLeavesTheStack() {
    stage.create(
        "s",
        """
        Resources:
          Kept: {Type: 'AWS::Test::Thing', DeletionPolicy: Retain, UpdateReplacePolicy: Retain,
                 Properties: {Name: one}}
          Other: {Type: 'AWS::Test::Thing'}
        """);
    stage.update(
        "s",
        """
        Resources:
          Kept: {Type: 'AWS::Test::Thing', DeletionPolicy: Retain, UpdateReplacePolicy: Retain,
                 Properties: {Name: two}}
          Other: {Type: 'AWS::Test::Thing'}
        """);
    assertThat(stage.things.world).containsKeys("one", "two").hasSize(3);
    assertThat(stage.delete("s").stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).containsOnlyKeys("one", "two");
  }

  @Test
  void theTypeOfAResourceStays() {
    stage.create("s", BEFORE);
    assertThatThrownBy(
            () ->
                stage.update(
                    "s",
                    BEFORE.replace(
                        "Gone: {Type: 'AWS::Test::Thing'}", "Gone: {Type: 'AWS::CDK::Metadata'}")))
        .hasMessageContaining("[Gone]");
  }
}
