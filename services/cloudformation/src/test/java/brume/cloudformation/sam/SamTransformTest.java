package brume.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudformation.sam.part.SamException;
import brume.cloudformation.template.TemplateText;
import brume.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamTransformTest {
  private static Json.Obj resources(String yaml) {
    return (Json.Obj) SamTransform.apply(TemplateText.parse(yaml), Map.of()).get("Resources");
  }

  private static String function(String properties) {
    return "Resources: {F: {Type: 'AWS::Serverless::Function', Properties: {InlineCode: x, "
        + properties
        + "}}}";
  }

  @Test
  void leavesWhatIsNotOfSam() {
    var made =
        SamTransform.apply(
            TemplateText.parse(
                """
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Timeout: 3}}
                Resources: {Q: {Type: AWS::SQS::Queue, Metadata: {a: b}}}
                """),
            Map.of());
    assertThat(made)
        .hasToString(
            "{\"Resources\":{\"Q\":{\"Type\":\"AWS::SQS::Queue\",\"Metadata\":{\"a\":\"b\"}}}}");
  }

  @Test
  void aVersionIsNewWhenTheCodeIs() {
    var yaml = function("Handler: h, AutoPublishAlias: live");
    assertThat(resources(yaml).fields().keySet())
        .isEqualTo(resources(yaml.replace("Handler: h", "Handler: i")).fields().keySet());
    assertThat(resources(yaml).fields().keySet())
        .isNotEqualTo(resources(yaml.replace("InlineCode: x", "InlineCode: y")).fields().keySet());
  }

  @Test
  void aDeploymentIsNewWhenTheApiIs() {
    var yaml = function("Events: {E: {Type: Api, Properties: {Path: /a, Method: get}}}");
    assertThat(resources(yaml).fields().keySet())
        .isNotEqualTo(resources(yaml.replace("/a", "/b")).fields().keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Nope: 1                                   | property Nope not defined for resource of type AWS::Serverless::Function
          Policies: [{NopePolicy: {}}]              | Policy at index 0 in the 'Policies' property is not valid
          Policies: [{S3ReadPolicy: {}}]            | Following required parameters of template 'S3ReadPolicy' don't have values: [BucketName]
          Events: {E: {Type: MQ}}                   | Event with id [E] is invalid. event type MQ is not supported
          Events: {E: {Type: SQS}}                  | Missing required property 'Queue'.
          Events: {E: {Type: Api, Properties: {Path: /a, Method: get, Nope: 1}}} | property Nope not defined for resource of type Api
          Events: {E: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref X}}} | RestApiId must be a valid reference to an 'AWS::Serverless::Api' resource in same template.
          Events: {E: {Type: S3, Properties: {Bucket: b, Events: e}}} | S3 events must reference an S3 bucket in the same template.
          Events: {A: {Type: Api, Properties: {Path: /a, Method: get}}, B: {Type: Api, Properties: {Path: /a, Method: GET}}} | API method 'get' defined multiple times for path '/a'.
          AutoPublishAlias: '12'                    | AutoPublishAlias name ('12') must contain only
          ProvisionedConcurrencyConfig: {}          | AutoPublishALias must be defined
          DeadLetterQueue: {Type: S3, TargetArn: a} | 'DeadLetterQueue' requires Type of either SQS or SNS.
          CodeUri: src, InlineCode2: x              | property InlineCode2 not defined
          FunctionUrlConfig: {Cors: {}}             | AuthType is required
          """)
  void refusesByName(String properties, String message) {
    assertThatThrownBy(() -> resources(function(properties)))
        .isInstanceOf(SamException.class)
        .hasMessageContaining("Resource with id [F] is invalid.")
        .hasMessageContaining(message);
  }

  @Test
  void refusesALocalPath() {
    assertThatThrownBy(
            () -> resources(function("Handler: h").replace("InlineCode: x", "CodeUri: src")))
        .hasMessageContaining("'CodeUri' is not a valid S3 Uri of the form 's3://bucket/key'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Application  | resource type AWS::Serverless::Application is not supported
          Connector    | resource type AWS::Serverless::Connector is not supported
          Api          | Missing required property 'StageName'.
          LayerVersion | Missing required property 'ContentUri'.
          """)
  void refusesResources(String kind, String message) {
    assertThatThrownBy(() -> resources("Resources: {R: {Type: 'AWS::Serverless::" + kind + "'}}"))
        .isInstanceOf(SamException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesUnknownGlobals() {
    assertThatThrownBy(() -> resources("Globals: {Function: {Nope: 1}}\nResources: {}"))
        .hasMessageContaining("'Nope' is not a supported property of 'Function'");
    assertThatThrownBy(() -> resources("Globals: {Nope: {}}\nResources: {}"))
        .hasMessageContaining("'Nope' is not supported");
  }

  @Test
  void aPathWhoseRoutesAllHaveConditionsHasOne() {
    var template =
        """
        Conditions: {C: !Equals [1, 1], D: !Equals [1, 2]}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Condition: C
            Properties: {InlineCode: x, Events: {E: {Type: Api, Properties: {Path: /a, Method: get}}}}
          G:
            Type: AWS::Serverless::Function
            Condition: D
            Properties: {InlineCode: x, Events: {E: {Type: Api, Properties: {Path: /a, Method: put}}}}
        """;
    var made = SamTransform.apply(TemplateText.parse(template), Map.of());
    assertThat(((Json.Obj) made.get("Conditions")).fields().keySet())
        .containsExactlyInAnyOrder(
            "C", "D", "ServerlessRestApiCondition", "ServerlessRestApiSLASHaPathCondition");
  }
}
