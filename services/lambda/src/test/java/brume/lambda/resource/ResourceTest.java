package brume.lambda.resource;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetAliasRequest;
import brume.model.lambda.GetFunctionConcurrencyRequest;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.model.lambda.GetFunctionEventInvokeConfigRequest;
import brume.model.lambda.GetPolicyRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListTagsRequest;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.ResourceType.Resource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResourceTest extends CloudTest {
  private static final Json.Obj FUNCTION =
      parse(
          """
          {"Code": {"ZipFile": "def handler(event, context):\\n    return 1\\n"},
           "Handler": "index.handler", "Runtime": "python3.13", "Role": "%s",
           "Timeout": "7", "MemorySize": 256, "TracingConfig": {"Mode": "PassThrough"},
           "Environment": {"Variables": {"SIZE": 3}},
           "Tags": [{"Key": "lambda:createdBy", "Value": "SAM"}]}
          """
              .formatted(Cloud.ROLE));

  private final ResourceType functions = new FunctionResource();

  private static Json.Obj parse(String text) {
    return (Json.Obj) Json.parse(text);
  }

  private static ResourceType.Request request(String logicalId, Json.Obj properties) {
    return new ResourceType.Request(
        "stack", logicalId, "TOKEN", properties, Map.of("aws:cloudformation:stack-name", "stack"));
  }

  private Resource create(ResourceType type, String properties) {
    return type.create(cloud.call(), request("Thing", parse(properties)));
  }

  private Resource function() {
    return functions.create(cloud.call(), request("Api", FUNCTION));
  }

  private FunctionConfiguration described() {
    return cloud.invoke(
        LambdaModel.GET_FUNCTION_CONFIGURATION,
        new GetFunctionConfigurationRequest("stack-Api-TOKEN", null));
  }

  @Test
  void functionRunsItsInlineSource() {
    var function = function();

    assertThat(function.physicalId()).isEqualTo("stack-Api-TOKEN");
    assertThat(function.attributes().get("Arn"))
        .isEqualTo(Json.of("arn:aws:lambda:us-east-1:000000000000:function:stack-Api-TOKEN"));
    assertThat(cloud.answer(function.physicalId(), "{}")).isEqualTo(Json.of(1));
    assertThat(described().timeout()).isEqualTo(7);
    assertThat(Objects.requireNonNull(described().environment()).variables())
        .isEqualTo(Map.of("SIZE", "3"));
    assertThat(
            cloud
                .invoke(
                    LambdaModel.LIST_TAGS,
                    new ListTagsRequest(Objects.requireNonNull(described().functionArn())))
                .tags())
        .containsOnlyKeys("lambda:createdBy", "aws:cloudformation:stack-name");
    assertThat(function()).isEqualTo(function);
  }

  @Test
  void functionChangesInPlace() {
    var function = function();
    var changed =
        FUNCTION
            .with("Code", parse("{\"ZipFile\": \"def handler(e, c):\\n    return 2\\n\"}"))
            .with("ReservedConcurrentExecutions", Json.of(5))
            .without("Timeout")
            .without("Environment");

    var after = functions.update(cloud.call(), function, FUNCTION, request("Api", changed));

    assertThat(after).isEqualTo(function);
    assertThat(cloud.answer(function.physicalId(), "{}")).isEqualTo(Json.of(2));
    assertThat(described().timeout()).isEqualTo(3);
    assertThat(described().memorySize()).isEqualTo(256);
    assertThat(described().environment()).isNull();
    assertThat(reserved(function)).isEqualTo(5);

    functions.update(cloud.call(), function, changed, request("Api", FUNCTION));
    assertThat(reserved(function)).isNull();
  }

  private Integer reserved(Resource function) {
    return cloud
        .invoke(
            LambdaModel.GET_FUNCTION_CONCURRENCY,
            new GetFunctionConcurrencyRequest(function.physicalId()))
        .reservedConcurrentExecutions();
  }

  @Test
  void unchangedFunctionKeepsItsRevision() {
    var function = function();
    var before = described();

    functions.update(cloud.call(), function, FUNCTION, request("Api", FUNCTION));

    assertThat(described()).isEqualTo(before);
  }

  @Test
  void functionIsDeletedOnce() {
    var function = function();

    functions.delete(cloud.call(), function, FUNCTION);
    functions.delete(cloud.call(), function, FUNCTION);

    refused(LambdaError.RESOURCE_NOT_FOUND_EXCEPTION, "Function not found", this::described);
  }

  @Test
  void functionRefusesWhatItDoesNotHave() {
    refused(
        CommonError.NOT_IMPLEMENTED,
        "TracingConfig.Mode Active",
        () ->
            functions.create(
                cloud.call(),
                request("Api", FUNCTION.with("TracingConfig", parse("{\"Mode\": \"Active\"}")))));
  }

  @Test
  void aliasMovesFromVersionToVersion() {
    var name = function().physicalId();
    var versions = new VersionResource();
    var aliases = new AliasResource();
    var version = create(versions, "{\"FunctionName\": \"" + name + "\"}");
    var properties =
        parse(
            """
            {"FunctionName": "%s", "Name": "live", "FunctionVersion": "1"}
            """
                .formatted(name));

    var alias = aliases.create(cloud.call(), request("Alias", properties));

    assertThat(version.physicalId()).endsWith(":function:stack-Api-TOKEN:1");
    assertThat(version.attributes().get("Version")).isEqualTo(Json.of("1"));
    assertThat(alias.physicalId()).endsWith(":function:stack-Api-TOKEN:live");
    assertThat(aliases.create(cloud.call(), request("Alias", properties))).isEqualTo(alias);

    var moved = properties.with("FunctionVersion", Json.of("$LATEST"));
    aliases.update(cloud.call(), alias, properties, request("Alias", moved));
    assertThat(
            cloud
                .invoke(LambdaModel.GET_ALIAS, new GetAliasRequest(name, "live"))
                .functionVersion())
        .isEqualTo("$LATEST");

    aliases.delete(cloud.call(), alias, moved);
    aliases.delete(cloud.call(), alias, moved);
    versions.delete(cloud.call(), version, Json.Obj.EMPTY);
    versions.delete(cloud.call(), version, Json.Obj.EMPTY);
  }

  @Test
  void permissionIsAStatementOfItsOwn() {
    var name = function().physicalId();
    var type = new PermissionResource();
    var properties =
        parse(
            """
            {"FunctionName": "%s", "Action": "lambda:InvokeFunction",
             "Principal": "apigateway.amazonaws.com", "InvokedViaFunctionUrl": "true"}
            """
                .formatted(name));

    var permission = type.create(cloud.call(), request("Permission", properties));
    assertThat(type.create(cloud.call(), request("Permission", properties))).isEqualTo(permission);

    assertThat(cloud.invoke(LambdaModel.GET_POLICY, new GetPolicyRequest(name, null)).policy())
        .contains("\"Sid\":\"stack-Permission-TOKEN\"");
    type.delete(cloud.call(), permission, properties);
    type.delete(cloud.call(), permission, properties);
    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "",
        () -> cloud.invoke(LambdaModel.GET_POLICY, new GetPolicyRequest(name, null)));
  }

  @Test
  void layerComesFromAnObject() {
    cloud.objects.put("code/layer.zip", Cloud.zip(Map.of("python/shared.py", "x = 1")));
    var type = new LayerVersionResource();

    var layer =
        create(
            type,
            """
            {"LayerName": "shared", "Content": {"S3Bucket": "code", "S3Key": "layer.zip"}}
            """);

    assertThat(layer.physicalId())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:layer:shared:1");
    type.delete(cloud.call(), layer, Json.Obj.EMPTY);
    type.delete(cloud.call(), layer, Json.Obj.EMPTY);
  }

  @Test
  void eventsAreTreatedAsTheTemplateSays() {
    var name = function().physicalId();
    var type = new EventInvokeConfigResource();
    var properties =
        parse(
            """
            {"FunctionName": "%s", "Qualifier": "$LATEST", "MaximumRetryAttempts": "1",
             "DestinationConfig": {}}
            """
                .formatted(name));

    var config = type.create(cloud.call(), request("Config", properties));
    type.update(
        cloud.call(),
        config,
        properties,
        request("Config", properties.with("MaximumRetryAttempts", Json.of(0))));

    var read = new GetFunctionEventInvokeConfigRequest(name, null);
    assertThat(
            cloud.invoke(LambdaModel.GET_FUNCTION_EVENT_INVOKE_CONFIG, read).maximumRetryAttempts())
        .isEqualTo(0);
    type.delete(cloud.call(), config, properties);
    type.delete(cloud.call(), config, properties);
  }
}
