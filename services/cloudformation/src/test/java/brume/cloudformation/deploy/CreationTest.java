package brume.cloudformation.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cloudformation.Stage;
import brume.json.Json;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.Tag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationTest {
  private static final String CHAIN =
      """
      Description: A chain
      Parameters: {Size: {Type: Number, Default: 1}}
      Resources:
        Last: {Type: 'AWS::Test::Thing', Properties: {Uses: !GetAtt First.Arn}}
        First: {Type: 'AWS::Test::Thing', Properties: {Name: one, Size: !Ref Size}}
      Outputs: {Arn: {Value: !GetAtt First.Arn, Description: The first}}
      """;

  private final Stage stage = new Stage();

  @Test
  void resourcesAreCreatedAfterThoseTheyNeed() {
    var stack = stage.create("chain", CHAIN, "Size", "3");
    assertThat(stack.stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(stack.description()).isEqualTo("A chain");
    assertThat(stage.things.actions).containsExactly("create First", "create Last");
    assertThat(stage.things.world.get("one").get("Size")).isEqualTo(Json.of("3"));
    assertThat(stage.output("chain", "Arn")).isEqualTo("arn:thing:one");
    assertThat(stage.events("chain"))
        .containsExactly(
            "chain CREATE_IN_PROGRESS User Initiated",
            "First CREATE_IN_PROGRESS",
            "First CREATE_IN_PROGRESS Resource creation Initiated",
            "First CREATE_COMPLETE",
            "Last CREATE_IN_PROGRESS",
            "Last CREATE_IN_PROGRESS Resource creation Initiated",
            "Last CREATE_COMPLETE",
            "chain CREATE_COMPLETE");
  }

  @Test
  void resourcesAreCreatedAsWhoeverDeploysAndGetTheTagsOfTheStack() {
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        CreateStackInput.builder()
            .stackName("chain")
            .templateBody(CHAIN)
            .tags(List.of(new Tag("team", "blue")))
            .build());
    stage.deliver();
    assertThat(stage.things.callers).containsExactly("arn:aws:iam::000000000000:root");
    assertThat(stage.things.world.get("one").get("Tags"))
        .isEqualTo(Json.object("team", Json.of("blue")));
  }

  @Test
  void whatFailsIsRolledBack() {
    var stack = stage.create("bad", CHAIN.replace("Name: one", "Name: one, Fails: create"));
    assertThat(stack.stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(stage.things.world).isEmpty();
    assertThat(stage.events("bad"))
        .containsExactly(
            "bad CREATE_IN_PROGRESS User Initiated",
            "First CREATE_IN_PROGRESS",
            "First CREATE_FAILED No create of First (Service: Test, Status Code: 400, Error Code: AWS.SimpleQueueService.UnsupportedOperation)",
            "bad ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [First]. Rollback requested by user.",
            "First DELETE_COMPLETE",
            "bad ROLLBACK_COMPLETE");
    assertThat(stage.delete("bad").stackStatus()).isEqualTo("DELETE_COMPLETE");
  }

  @Test
  void whatWasBeingCreatedBesideAFailureIsCancelled() {
    stage.things.before =
        action -> {
          if (action.equals("create Quick")) {
            awaitEvent("bad", "Slow CREATE_IN_PROGRESS");
          }
        };
    stage.things.after =
        action -> {
          if (action.equals("create Slow")) {
            awaitEvent("bad", "Quick CREATE_FAILED");
          }
        };
    stage.begin(
        "bad",
        """
        Resources:
          Quick: {Type: 'AWS::Test::Thing', Properties: {Fails: create}}
          Slow: {Type: 'AWS::Test::Thing'}
        """);
    stage.deliver();
    assertThat(stage.events("bad")).contains("Slow CREATE_FAILED Resource creation cancelled");
    assertThat(stage.things.world).isEmpty();
  }

  private void awaitEvent(String stack, String beginning) {
    long start = System.nanoTime();
    while (stage.events(stack).stream().noneMatch(event -> event.startsWith(beginning))) {
      if (System.nanoTime() - start > Duration.ofMinutes(1).toNanos()) {
        throw new AssertionError("No " + beginning);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void rollbackCanBeDisabled() {
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        CreateStackInput.builder()
            .stackName("bad")
            .disableRollback(true)
            .templateBody(CHAIN.replace("Uses:", "Fails: create, Uses:"))
            .build());
    stage.deliver();
    assertThat(stage.stack("bad").stackStatus()).isEqualTo("CREATE_FAILED");
    assertThat(stage.things.world).containsOnlyKeys("one");
    var repaired = stage.update("bad", CHAIN);
    assertThat(repaired.stackStatus()).isEqualTo("UPDATE_COMPLETE");
    assertThat(stage.things.world).hasSize(2);
  }

  @Test
  void aFailedStackCanBeDeletedAtOnce() {
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        CreateStackInput.builder()
            .stackName("bad")
            .onFailure("DELETE")
            .templateBody(CHAIN.replace("Uses:", "Fails: create, Uses:"))
            .build());
    var id = stage.stack("bad").stackId();
    stage.deliver();
    assertThat(stage.stack(id).stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).isEmpty();
  }

  @Test
  void aStackCanBeDeletedWhileItIsBeingCreated() {
    var id = stage.begin("chain", CHAIN);
    stage.things.after =
        action -> {
          if (action.equals("create First")) {
            stage.local.invoke(
                CloudFormationModel.DELETE_STACK,
                DeleteStackInput.builder().stackName("chain").build());
          }
        };
    stage.deliver();
    assertThat(stage.stack(id).stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).isEmpty();
    assertThat(stage.things.actions).containsExactly("create First", "delete one");
  }

  @Test
  void creationMayTakeTooLong() {
    stage.things.after = _ -> stage.local.clock.advance(Duration.ofMinutes(2));
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        CreateStackInput.builder()
            .stackName("slow")
            .templateBody(CHAIN)
            .timeoutInMinutes(1)
            .build());
    stage.deliver();
    assertThat(stage.things.world).isEmpty();
    assertThat(stage.events("slow"))
        .contains(
            "First CREATE_FAILED Resource creation cancelled",
            "slow ROLLBACK_IN_PROGRESS Stack creation time exceeded the specified timeout. Rollback requested by user.")
        .endsWith("slow ROLLBACK_COMPLETE");
  }
}
