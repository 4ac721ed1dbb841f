package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.AliasRoutingConfiguration;
import brume.model.lambda.CreateAliasRequest;
import brume.model.lambda.DeleteAliasRequest;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetAliasRequest;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListAliasesRequest;
import brume.model.lambda.ListVersionsByFunctionRequest;
import brume.model.lambda.PublishVersionRequest;
import brume.model.lambda.UpdateAliasRequest;
import brume.model.lambda.UpdateFunctionCodeRequest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VersionTest extends CloudTest {
  private FunctionConfiguration publish() {
    return cloud.invoke(
        LambdaModel.PUBLISH_VERSION,
        PublishVersionRequest.builder().functionName("f").description("fixed").build());
  }

  private void create(int answer) {
    cloud.create("f", "def handler(e, c):\n    return " + answer + "\n");
  }

  private void update(int answer) {
    var zip = Cloud.zip(Map.of("app.py", "def handler(e, c):\n    return " + answer + "\n"));
    cloud.invoke(
        LambdaModel.UPDATE_FUNCTION_CODE,
        UpdateFunctionCodeRequest.builder().functionName("f").zipFile(Bytes.wrap(zip)).build());
  }

  private AliasConfiguration alias(String version) {
    return cloud.invoke(
        LambdaModel.CREATE_ALIAS,
        CreateAliasRequest.builder()
            .functionName("f")
            .name("live")
            .functionVersion(version)
            .build());
  }

  @Test
  void versionStaysAsItWas() {
    create(1);
    var first = publish();
    update(2);

    assertThat(first.version()).isEqualTo("1");
    assertThat(first.description()).isEqualTo("fixed");
    assertThat(first.functionArn()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f:1");
    assertThat(cloud.answer("f:1", "{}")).isEqualTo(Json.of(1));
    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of(2));
    assertThat(cloud.run("f:1", "{}").executedVersion()).isEqualTo("1");
  }

  @Test
  void nothingNewIsPublishedWithoutChange() {
    create(1);
    publish();

    assertThat(publish().version()).isEqualTo("1");
    update(2);
    assertThat(publish().version()).isEqualTo("2");
  }

  @Test
  void numbersAreNeverGivenTwice() {
    create(1);
    publish();
    cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("f", null));
    create(1);

    assertThat(publish().version()).isEqualTo("2");
    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f:1",
        () -> cloud.run("f:1", "{}"));
  }

  @Test
  void versionsAreListedBehindTheLatest() {
    create(1);
    publish();
    update(2);
    publish();

    var listed =
        cloud
            .invoke(
                LambdaModel.LIST_VERSIONS_BY_FUNCTION,
                ListVersionsByFunctionRequest.builder().functionName("f").build())
            .versions();

    assertThat(listed).extracting("version").containsExactly("$LATEST", "1", "2");
  }

  @Test
  void aliasRunsItsVersion() {
    create(1);
    publish();
    update(2);
    alias("1");

    assertThat(cloud.answer("f:live", "{}")).isEqualTo(Json.of(1));
    assertThat(
            cloud.invoke(
                LambdaModel.GET_FUNCTION_CONFIGURATION,
                new GetFunctionConfigurationRequest("f", "live")))
        .satisfies(
            found -> {
              assertThat(found.version()).isEqualTo("1");
              assertThat(found.functionArn()).endsWith(":function:f:live");
            });
  }

  @Test
  void aliasCanMove() {
    create(1);
    publish();
    update(2);
    publish();
    var before = alias("1");

    var after =
        cloud.invoke(
            LambdaModel.UPDATE_ALIAS,
            UpdateAliasRequest.builder()
                .functionName("f")
                .name("live")
                .functionVersion("2")
                .revisionId(before.revisionId())
                .build());

    assertThat(cloud.answer("f:live", "{}")).isEqualTo(Json.of(2));
    assertThat(after.revisionId()).isNotEqualTo(before.revisionId());
    assertThat(cloud.invoke(LambdaModel.GET_ALIAS, new GetAliasRequest("f", "live")))
        .isEqualTo(after);
  }

  @Test
  void aliasDividesItsRequests() {
    create(1);
    publish();
    update(2);
    publish();
    cloud.invoke(
        LambdaModel.CREATE_ALIAS,
        CreateAliasRequest.builder()
            .functionName("f")
            .name("canary")
            .functionVersion("1")
            .routingConfig(new AliasRoutingConfiguration(Map.of("2", 1.0)))
            .build());

    assertThat(cloud.run("f:canary", "{}").executedVersion()).isEqualTo("2");
  }

  @Test
  void aliasNamesVersionsThatAreThere() {
    create(1);

    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f:7",
        () -> alias("7"));
  }

  @Test
  void versionOfAnAliasStays() {
    create(1);
    publish();
    alias("1");

    refused(
        LambdaError.RESOURCE_CONFLICT_EXCEPTION,
        "referenced by an alias: live",
        () -> cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("f", "1")));

    cloud.invoke(LambdaModel.DELETE_ALIAS, new DeleteAliasRequest("f", "live"));
    cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("f", "1"));
    refused(LambdaError.RESOURCE_NOT_FOUND_EXCEPTION, "f:1", () -> cloud.run("f:1", "{}"));
  }

  @Test
  void aliasesAreListed() {
    create(1);
    publish();
    var live = alias("1");
    var request = ListAliasesRequest.builder().functionName("f");

    assertThat(cloud.invoke(LambdaModel.LIST_ALIASES, request.build()).aliases())
        .containsExactly(live);
    assertThat(
            Objects.requireNonNull(
                cloud
                    .invoke(LambdaModel.LIST_ALIASES, request.functionVersion("2").build())
                    .aliases()))
        .isEmpty();
  }
}
