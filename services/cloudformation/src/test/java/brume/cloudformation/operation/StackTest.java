package brume.cloudformation.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.cloudformation.Stage;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.DescribeStackResourceInput;
import brume.model.cloudformation.DescribeStackResourcesInput;
import brume.model.cloudformation.GetTemplateInput;
import brume.model.cloudformation.GetTemplateSummaryInput;
import brume.model.cloudformation.ListStackResourcesInput;
import brume.model.cloudformation.Parameter;
import brume.model.cloudformation.UpdateStackInput;
import brume.model.cloudformation.ValidateTemplateInput;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.S3Model;
import brume.model.ssm.GetParameterResult;
import brume.model.ssm.SsmModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTest {
  private static final String ONE =
      "Resources: {A: {Type: 'AWS::Test::Thing', Metadata: {k: v}, Properties: {Name: one}}}";

  private final Stage stage = new Stage();

  private CreateStackInput.Builder creation(String template) {
    return CreateStackInput.builder().stackName("s").templateBody(template);
  }

  private void refused(CreateStackInput.Builder input, String why) {
    assertThatThrownBy(() -> stage.local.invoke(CloudFormationModel.CREATE_STACK, input.build()))
        .hasMessageContaining(why);
  }

  @Test
  void whatCannotBeMadeIsRefusedByName() {
    refused(
        creation("Resources: {A: {Type: 'AWS::No::Where'}}"),
        "Template format error: Unrecognized resource types: [AWS::No::Where]");
    refused(
        creation("Resources: {A: {Type: 'AWS::Test::Thing', Properties: {Colour: red}}}"),
        "Encountered unsupported property Colour of resource A (AWS::Test::Thing)");
    refused(
        creation("Resources: {A: {Type: 'AWS::Test::Thing', UpdatePolicy: {}}}"),
        "Encountered unsupported attribute UpdatePolicy of resource A");
    refused(creation(ONE).stackPolicyBody("{}"), "StackPolicyBody");
    refused(creation(ONE).notificationArNs(List.of("arn:aws:sns:a:b:c")), "NotificationARNs");
    refused(creation(ONE).stackName("1s"), "regular expression pattern");
    refused(creation(ONE).resourceTypes(List.of("AWS::S3::*")), "is not allowed");
    stage.create("s", ONE);
    refused(creation(ONE), "Stack [s] already exists");
  }

  @Test
  void propertiesThatConditionsTakeAwayAreNotRefused() {
    stage.create(
        "s",
        """
        Conditions: {Never: !Equals [a, b]}
        Resources:
          A: {Type: 'AWS::Test::Thing', Properties: {Colour: !If [Never, red, !Ref 'AWS::NoValue']}}
          B: {Type: 'AWS::No::Where', Condition: Never}
        """);
    assertThat(stage.stack("s").stackStatus()).isEqualTo("CREATE_COMPLETE");
  }

  @Test
  void aRequestThatIsSentAgainIsTheSame() {
    var input = creation(ONE).clientRequestToken("t1").build();
    var first = stage.local.invoke(CloudFormationModel.CREATE_STACK, input).stackId();
    assertThat(stage.local.invoke(CloudFormationModel.CREATE_STACK, input).stackId())
        .isEqualTo(first);
    stage.deliver();
    assertThat(stage.allEvents("s"))
        .allSatisfy(event -> assertThat(event.clientRequestToken()).isEqualTo("t1"));
  }

  @Test
  void capabilitiesMustBeAcknowledged() {
    var role = "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {%s}}}";
    refused(creation(role.formatted("")), "Requires capabilities : [CAPABILITY_IAM]");
    refused(
        creation(role.formatted("RoleName: r")).capabilities(List.of("CAPABILITY_IAM")),
        "Requires capabilities : [CAPABILITY_NAMED_IAM]");
    refused(
        creation("Transform: AWS::Serverless-2016-10-31\n" + ONE),
        "Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        creation("Transform: AWS::Serverless-2016-10-31\n" + ONE)
            .capabilities(List.of("CAPABILITY_AUTO_EXPAND"))
            .build());
    stage.deliver();
    assertThat(stage.stack("s").stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(template("Processed")).startsWith("{\"Resources\"");
    assertThat(template("Original")).startsWith("Transform");
  }

  @Test
  void policiesOfOneHolderMustBeAcknowledged() {
    for (var holder : List.of("Role", "User", "Group")) {
      refused(
          creation("Resources: {R: {Type: 'AWS::IAM::" + holder + "Policy'}}"),
          "Requires capabilities : [CAPABILITY_IAM]");
    }
  }

  private String template(String templateStage) {
    return stage
        .local
        .invoke(
            CloudFormationModel.GET_TEMPLATE,
            GetTemplateInput.builder().stackName("s").templateStage(templateStage).build())
        .templateBody();
  }

  @ParameterizedTest
  @CsvSource({
    "https://b.s3.us-east-1.amazonaws.com/k/t%20.yaml",
    "https://s3.us-east-1.amazonaws.com/b/k/t%20.yaml?versionId=7",
    "http://localhost:4566/b/k/t%20.yaml",
    "https://b.s3.us-east-1.localhost:4567/k/t%20.yaml"
  })
  void templatesAreReadFromObjects(String url) {
    var asked = new ArrayList<String>();
    stage.local.answer(
        S3Model.GET_OBJECT,
        (call, input) -> {
          asked.add(input.bucket() + ' ' + input.key());
          return GetObjectOutput.builder().body(Body.utf8(ONE)).build();
        });
    stage.local.invoke(
        CloudFormationModel.CREATE_STACK,
        CreateStackInput.builder().stackName("s").templateUrl(url).build());
    assertThat(asked).containsExactly("b k/t .yaml");
  }

  @Test
  void parametersComeFromRequestsEarlierOnesAndStores() {
    stage.local.answer(
        SsmModel.GET_PARAMETER,
        (call, input) ->
            new GetParameterResult(
                new brume.model.ssm.Parameter(
                    null,
                    null,
                    null,
                    input.name(),
                    null,
                    null,
                    "String",
                    "of " + input.name(),
                    1L)));
    var template =
        """
        Parameters:
          Size: {Type: String}
          Secret: {Type: String, NoEcho: true, Default: hush}
          Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /a}
        Resources: {A: {Type: 'AWS::Test::Thing', Properties: {Size: !Ref Size, Uses: !Ref Stored}}}
        """;
    var stack = stage.create("s", template, "Size", "3");
    assertThat(stack.parameters())
        .containsExactly(
            new Parameter("Size", "3", null, null),
            new Parameter("Secret", "****", null, null),
            new Parameter("Stored", "/a", "of /a", null));
    stage.local.invoke(
        CloudFormationModel.UPDATE_STACK,
        UpdateStackInput.builder()
            .stackName("s")
            .usePreviousTemplate(true)
            .parameters(
                List.of(
                    new Parameter("Size", null, null, true),
                    new Parameter("Stored", "/b", null, null)))
            .build());
    stage.deliver();
    assertThat(stage.stack("s").parameters().getLast().resolvedValue()).isEqualTo("of /b");
    assertThat(stage.stack("s").parameters().getFirst().parameterValue()).isEqualTo("3");
  }

  @Test
  void resourcesAreDescribed() {
    stage.create("s", ONE);
    var one =
        stage
            .local
            .invoke(
                CloudFormationModel.DESCRIBE_STACK_RESOURCE,
                DescribeStackResourceInput.builder().stackName("s").logicalResourceId("A").build())
            .stackResourceDetail();
    assertThat(one.metadata()).isEqualTo("{\"k\":\"v\"}");
    assertThat(one.physicalResourceId()).isEqualTo("one");
    var byPhysicalId =
        stage.local.invoke(
            CloudFormationModel.DESCRIBE_STACK_RESOURCES,
            DescribeStackResourcesInput.builder().physicalResourceId("one").build());
    assertThat(byPhysicalId.stackResources()).hasSize(1);
    var listed =
        stage.local.invoke(
            CloudFormationModel.LIST_STACK_RESOURCES,
            ListStackResourcesInput.builder().stackName("s").build());
    assertThat(listed.stackResourceSummaries().getFirst().resourceStatus())
        .isEqualTo("CREATE_COMPLETE");
  }

  @Test
  void templatesTellWhatTheyTake() {
    var template =
        """
        AWSTemplateFormatVersion: '2010-09-09'
        Transform: AWS::Serverless-2016-10-31
        Globals: {Function: {Timeout: 3}}
        Parameters: {P: {Type: Number, Default: 1, AllowedValues: [1, 2]}}
        Resources: {F: {Type: 'AWS::Serverless::Function'}, R: {Type: 'AWS::IAM::Role'}}
        """;
    var summary =
        stage.local.invoke(
            CloudFormationModel.GET_TEMPLATE_SUMMARY,
            GetTemplateSummaryInput.builder().templateBody(template).build());
    assertThat(summary.resourceTypes())
        .containsExactly("AWS::Serverless::Function", "AWS::IAM::Role");
    assertThat(summary.capabilities()).containsExactly("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND");
    assertThat(summary.parameters().getFirst().parameterConstraints().allowedValues())
        .containsExactly("1", "2");
    var valid =
        stage.local.invoke(
            CloudFormationModel.VALIDATE_TEMPLATE,
            ValidateTemplateInput.builder().templateBody(template).build());
    assertThat(valid.parameters().getFirst().parameterKey()).isEqualTo("P");
    assertThatThrownBy(
            () ->
                stage.local.invoke(
                    CloudFormationModel.VALIDATE_TEMPLATE,
                    ValidateTemplateInput.builder().templateBody("Foo: 1").build()))
        .hasMessageContaining("Invalid template property or properties [Foo]");
  }
}
