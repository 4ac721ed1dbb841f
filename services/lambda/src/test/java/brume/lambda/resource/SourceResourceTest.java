package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.GetEventSourceMappingRequest;
import brume.model.lambda.GetFunctionUrlConfigRequest;
import brume.model.lambda.LambdaModel;
import brume.service.ResourceType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceResourceTest extends CloudTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f";

  @BeforeEach
  void function() {
    cloud.create("f", Cloud.ECHO);
  }

  private static ResourceType.Request request(Json.Obj properties) {
    return new ResourceType.Request("stack", "It", "TOKEN", properties, Map.of());
  }

  @Test
  void urlIsMadeChangedAndDeleted() {
    var type = new UrlResource();
    var before =
        Json.object("TargetFunctionArn", Json.of(FUNCTION), "AuthType", Json.of("AWS_IAM"))
            .with("Cors", Json.object("AllowOrigins", Json.array(Json.of("*"))));
    var after = before.without("Cors").with("AuthType", Json.of("NONE"));

    var made = type.create(cloud.call(), request(before));
    assertThat(type.create(cloud.call(), request(before))).isEqualTo(made);
    assertThat(made.physicalId()).isEqualTo(FUNCTION);
    assertThat(String.valueOf(made.attributes().get("FunctionUrl"))).contains(".lambda-url.");
    type.update(cloud.call(), made, before, request(after));

    var now =
        cloud.invoke(
            LambdaModel.GET_FUNCTION_URL_CONFIG, new GetFunctionUrlConfigRequest("f", null));
    assertThat(now.authType()).isEqualTo("NONE");
    assertThat(Objects.requireNonNull(now.cors()).allowOrigins()).isNull();
    type.delete(cloud.call(), made, after);
    type.delete(cloud.call(), made, after);
    refused(
        RESOURCE_NOT_FOUND_EXCEPTION,
        "does not exist",
        () ->
            cloud.invoke(
                LambdaModel.GET_FUNCTION_URL_CONFIG, new GetFunctionUrlConfigRequest("f", null)));
  }

  @Test
  void mappingIsMadeChangedAndDeleted() {
    var type = new EventSourceMappingResource();
    var before =
        Json.object(
            "FunctionName", Json.of("f"),
            "EventSourceArn", Json.of("arn:aws:sqs:us-east-1:000000000000:jobs"),
            "BatchSize", Json.of("5"),
            "Enabled", Json.of(false),
            "FunctionResponseTypes", Json.array(Json.of("ReportBatchItemFailures")));
    var after =
        before.without("Enabled").without("FunctionResponseTypes").with("BatchSize", Json.of(7));

    var made = type.create(cloud.call(), request(before));
    assertThat(type.create(cloud.call(), request(before))).isEqualTo(made);
    var uuid = made.physicalId();
    var first = mapping(uuid);
    assertThat(first.state()).isEqualTo("Disabled");
    assertThat(first.batchSize()).isEqualTo(5);
    type.update(cloud.call(), made, before, request(after));

    var second = mapping(uuid);
    assertThat(second.state()).isEqualTo("Enabled");
    assertThat(second.batchSize()).isEqualTo(7);
    assertThat(second.functionResponseTypes()).isEmpty();
    type.delete(cloud.call(), made, after);
    type.delete(cloud.call(), made, after);
    refused(RESOURCE_NOT_FOUND_EXCEPTION, "does not exist", () -> mapping(uuid));
  }

  private brume.model.lambda.EventSourceMappingConfiguration mapping(String uuid) {
    return cloud.invoke(
        LambdaModel.GET_EVENT_SOURCE_MAPPING, new GetEventSourceMappingRequest(uuid));
  }
}
