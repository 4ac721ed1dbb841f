package brume.cloudformation.nested;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.cloudformation.Stage;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.S3Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NestedStackTest {
  private static final String PARENT =
      """
      Resources:
        Inner:
          Type: AWS::CloudFormation::Stack
          Properties:
            TemplateURL: https://s3.amazonaws.com/templates/inner
            Parameters: {Size: 1}
        After: {Type: 'AWS::Test::Thing', Properties: {Uses: !GetAtt Inner.Outputs.Made}}
      Outputs: {Made: {Value: !GetAtt Inner.Outputs.Made}, Id: {Value: !Ref Inner}}
      """;
  private static final String INNER =
      """
      Parameters: {Size: {Type: String}}
      Resources: {Part: {Type: 'AWS::Test::Thing', Properties: {Size: !Ref Size, Fails: never}}}
      Outputs: {Made: {Value: !Sub 'size ${Part.Size}'}}
      """;

  private final Stage stage = new Stage();
  private final Map<String, String> objects = new HashMap<>(Map.of("inner", INNER));

  NestedStackTest() {
    stage.local.answer(
        S3Model.GET_OBJECT,
        (_, input) ->
            GetObjectOutput.builder()
                .body(Body.utf8(Objects.requireNonNull(objects.get(input.key()))))
                .build());
  }

  @Test
  void aStackIsMadeWithinAStack() {
    assertThat(stage.create("outer", PARENT).stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(stage.output("outer", "Made")).isEqualTo("size 1");
    var inner = stage.stack(stage.output("outer", "Id"));
    assertThat(inner.stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(inner.stackName()).startsWith("outer-Inner-");
    assertThat(inner.parentId()).isEqualTo(stage.stack("outer").stackId());
    assertThat(inner.rootId()).isEqualTo(inner.parentId());
  }

  @Test
  void itIsUpdatedAndDeletedWithItsParent() {
    stage.create("outer", PARENT);
    var id = stage.output("outer", "Id");
    assertThat(stage.update("outer", PARENT.replace("Size: 1", "Size: 2")).stackStatus())
        .isEqualTo("UPDATE_COMPLETE");
    assertThat(stage.output("outer", "Made")).isEqualTo("size 2");
    assertThat(stage.output("outer", "Id")).isEqualTo(id);
    assertThat(stage.delete("outer").stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.stack(id).stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(stage.things.world).isEmpty();
  }

  @Test
  void aNestedStackThatFailsTakesNothingWithIt() {
    objects.put("inner", INNER.replace("never", "create"));
    assertThat(stage.create("outer", PARENT).stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(stage.events("outer"))
        .anyMatch(
            event ->
                event.startsWith("Inner CREATE_FAILED Embedded stack arn:aws:cloudformation:"));
    assertThat(stage.things.world).isEmpty();
  }

  @Test
  void aParentThatRollsBackTakesItsNestedStacksBack() {
    stage.create("outer", PARENT);
    var broken =
        PARENT.replace("Size: 1", "Size: 2").replace("{Uses:", "{Kind: new, Fails: create, Uses:");
    assertThat(stage.update("outer", broken).stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    var inner = stage.stack(stage.output("outer", "Id"));
    assertThat(inner.outputs().getFirst().outputValue()).isEqualTo("size 1");
    assertThat(stage.things.world).hasSize(2);
  }

  @Test
  void aNestedUpdateThatFailsIsRolledBackOnItsOwn() {
    stage.create("outer", PARENT);
    objects.put("other", INNER.replace("never", "update"));
    var broken = PARENT.replace("templates/inner", "templates/other").replace("e: 1", "e: 2");
    assertThat(stage.update("outer", broken).stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(stage.stack(stage.output("outer", "Id")).outputs().getFirst().outputValue())
        .isEqualTo("size 1");
  }
}
