package brume.cloudformation.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudformation.Stage;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.DescribeStacksInput;
import brume.model.cloudformation.ListExportsInput;
import brume.model.cloudformation.ListImportsInput;
import brume.model.cloudformation.ListStacksInput;
import brume.model.cloudformation.UpdateTerminationProtectionInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionTest {
  private static final String ONE =
      "Resources: {A: {Type: 'AWS::Test::Thing', Properties: {Name: one}}}";

  private final Stage stage = new Stage();

  @Test
  void exportsAreUniqueAndProtectedWhileTheyAreImported() {
    var exporting = ONE + "\nOutputs: {Out: {Value: !Ref A, Export: {Name: shared}}}";
    stage.create("owner", exporting);
    assertThat(stage.create("rival", exporting.replace("one", "two")).stackStatus())
        .isEqualTo("ROLLBACK_COMPLETE");
    stage.create(
        "user",
        "Resources: {B: {Type: 'AWS::Test::Thing', Properties: {Uses: !ImportValue shared}}}");
    var exports =
        stage.local.invoke(CloudFormationModel.LIST_EXPORTS, ListExportsInput.builder().build());
    assertThat(exports.exports()).extracting(export -> export.value()).containsExactly("one");
    var imports = ListImportsInput.builder().exportName("shared").build();
    assertThat(stage.local.invoke(CloudFormationModel.LIST_IMPORTS, imports).imports())
        .containsExactly("user");
    var kept = stage.delete("owner");
    assertThat(kept.stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(kept.stackStatusReason())
        .isEqualTo("Delete canceled. Cannot delete export shared as it is in use by user.");
    assertThat(stage.update("owner", exporting.replace("one", "three")).stackStatus())
        .isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    stage.delete("user");
    assertThat(stage.delete("owner").stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).isEmpty();
  }

  @Test
  void protectedStacksAreNotDeleted() {
    stage.create("s", ONE);
    protect(true);
    assertThatThrownBy(() -> stage.delete("s"))
        .hasMessage("Stack [s] cannot be deleted while TerminationProtection is enabled");
    protect(false);
    assertThat(stage.delete("s").stackStatus()).isEqualTo("DELETE_COMPLETE");
  }

  private void protect(boolean enabled) {
    stage.local.invoke(
        CloudFormationModel.UPDATE_TERMINATION_PROTECTION,
        UpdateTerminationProtectionInput.builder()
            .stackName("s")
            .enableTerminationProtection(enabled)
            .build());
  }

  @Test
  void whatCannotBeDeletedCanBeLeft() {
    stage.create("s", ONE.replace("Name: one", "Name: one, Fails: delete"));
    var stack = stage.delete("s");
    assertThat(stack.stackStatus()).isEqualTo("DELETE_FAILED");
    assertThat(stack.stackStatusReason())
        .isEqualTo("The following resource(s) failed to delete: [A]. ");
    stage.local.invoke(
        CloudFormationModel.DELETE_STACK,
        DeleteStackInput.builder().stackName("s").retainResources(List.of("A")).build());
    stage.deliver();
    assertThat(stage.stack(stack.stackId()).stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).containsOnlyKeys("one");
  }

  @Test
  void deletedStacksAreKnownByTheirArnsOnly() {
    stage.create("s", ONE);
    stage.delete("s");
    assertThatThrownBy(() -> stage.stack("s")).hasMessage("Stack with id s does not exist");
    var all = stage.local.invoke(CloudFormationModel.LIST_STACKS, new ListStacksInput(null, null));
    assertThat(all.stackSummaries()).hasSize(1);
    var live =
        stage.local.invoke(
            CloudFormationModel.DESCRIBE_STACKS, DescribeStacksInput.builder().build());
    assertThat(live.stacks()).isEmpty();
    assertThat(stage.create("s", ONE).stackStatus()).isEqualTo("CREATE_COMPLETE");
  }
}
