package brume.cloudformation.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cloudformation.Stage;
import brume.model.ssm.GetParameterResult;
import brume.model.ssm.Parameter;
import brume.model.ssm.SsmError;
import brume.model.ssm.SsmModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DynamicReferenceTest {
  private static final String TEMPLATE =
      """
      Resources:
        A:
          Type: AWS::Test::Thing
          Properties: {Size: 'from {{resolve:ssm:/a}} to {{resolve:ssm:/b:2}}', Uses: !Sub '{{resolve:ssm:/${AWS::Region}}}'}
      Outputs: {Size: {Value: !GetAtt A.Size}}
      """;

  private final Stage stage = new Stage();
  private final Map<String, String> parameters =
      new HashMap<>(Map.of("/a", "1", "/b:2", "$2", "/us-east-1", "here"));

  DynamicReferenceTest() {
    stage.local.answer(
        SsmModel.GET_PARAMETER,
        (_, input) -> {
          if (!parameters.containsKey(input.name())) {
            throw SsmError.PARAMETER_NOT_FOUND.because("Parameter not found.");
          }
          var value = Objects.requireNonNull(parameters.get(input.name()));
          return new GetParameterResult(Parameter.builder().value(value).build());
        });
  }

  @Test
  void referencesAreResolvedWhenAResourceIsMade() {
    assertThat(stage.create("s", TEMPLATE).stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(stage.output("s", "Size")).isEqualTo("from 1 to $2");
  }

  @Test
  void anUpdateSeesWhatTheyStandForNow() {
    stage.create("s", TEMPLATE);
    assertThat(stage.changeSet("UPDATE", "s", TEMPLATE).status()).isEqualTo("FAILED");
    parameters.put("/a", "0");
    stage.update("s", TEMPLATE);
    assertThat(stage.output("s", "Size")).isEqualTo("from 0 to $2");
  }

  @Test
  void whatIsNotThereFailsTheResource() {
    parameters.remove("/a");
    stage.create("s", TEMPLATE);
    assertThat(stage.events("s"))
        .contains(
            "A CREATE_FAILED Unable to fetch parameters [/a] from parameter store for this account."
                + " Parameter not found.");
  }

  @Test
  void otherServicesAreRefusedByName() {
    stage.create("s", TEMPLATE.replace("ssm:/a", "secretsmanager:mine"));
    assertThat(stage.events("s"))
        .anyMatch(
            event -> event.contains("Dynamic references to secretsmanager are not supported"));
  }
}
