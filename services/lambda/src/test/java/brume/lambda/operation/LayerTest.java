package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.DeleteLayerVersionRequest;
import brume.model.lambda.GetLayerVersionByArnRequest;
import brume.model.lambda.GetLayerVersionRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.LayerVersionContentInput;
import brume.model.lambda.ListLayerVersionsRequest;
import brume.model.lambda.ListLayersRequest;
import brume.model.lambda.PublishLayerVersionRequest;
import brume.model.lambda.PublishLayerVersionResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LayerTest extends CloudTest {
  private PublishLayerVersionResponse publish(String name, String answer) {
    var zip = Cloud.zip(Map.of("python/shared.py", "ANSWER = '" + answer + "'\n"));
    return cloud.invoke(
        LambdaModel.PUBLISH_LAYER_VERSION,
        PublishLayerVersionRequest.builder()
            .layerName(name)
            .compatibleRuntimes(List.of("python3.13"))
            .content(LayerVersionContentInput.builder().zipFile(Bytes.wrap(zip)).build())
            .build());
  }

  private void createWith(String... layers) {
    cloud.invoke(
        LambdaModel.CREATE_FUNCTION,
        Cloud.python("f", "import shared\ndef handler(e, c):\n    return shared.ANSWER\n")
            .layers(List.of(layers))
            .build());
  }

  private static String arn(PublishLayerVersionResponse version) {
    return Objects.requireNonNull(version.layerVersionArn());
  }

  @Test
  void functionSeesItsLayer() {
    var layer = publish("shared", "one");

    createWith(arn(layer));

    assertThat(layer.layerVersionArn())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:layer:shared:1");
    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of("one"));
  }

  @Test
  void laterLayersCoverEarlierOnes() {
    createWith(arn(publish("low", "one")), arn(publish("high", "two")));

    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of("two"));
  }

  @Test
  void functionKeepsALayerThatIsDeleted() {
    var layer = arn(publish("shared", "one"));
    createWith(layer);

    cloud.invoke(LambdaModel.DELETE_LAYER_VERSION, new DeleteLayerVersionRequest("shared", 1L));

    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of("one"));
    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "The resource you requested does not exist.",
        () ->
            cloud.invoke(LambdaModel.GET_LAYER_VERSION, new GetLayerVersionRequest("shared", 1L)));
    assertThat(publish("shared", "two").version()).isEqualTo(2);
  }

  @Test
  void versionsAreListedNewestFirst() {
    publish("shared", "one");
    var second = publish("shared", "two");

    var versions =
        cloud
            .invoke(
                LambdaModel.LIST_LAYER_VERSIONS,
                ListLayerVersionsRequest.builder().layerName("shared").build())
            .layerVersions();
    var layers =
        cloud
            .invoke(
                LambdaModel.LIST_LAYERS,
                ListLayersRequest.builder().compatibleRuntime("python3.13").build())
            .layers();

    assertThat(versions).extracting("version").containsExactly(2L, 1L);
    assertThat(layers).hasSize(1);
    assertThat(Objects.requireNonNull(layers).getFirst().latestMatchingVersion())
        .isEqualTo(Objects.requireNonNull(versions).getFirst());
    assertThat(
            cloud
                .invoke(
                    LambdaModel.GET_LAYER_VERSION_BY_ARN,
                    new GetLayerVersionByArnRequest(arn(second)))
                .content())
        .satisfies(
            content -> {
              assertThat(content.codeSha256())
                  .isEqualTo(Objects.requireNonNull(second.content()).codeSha256());
              assertThat(content.location()).contains("/_brume/lambda-code/");
            });
  }

  @Test
  void listingsGoByPages() {
    publish("shared", "one");
    publish("shared", "two");
    var request = ListLayerVersionsRequest.builder().layerName("shared").maxItems(1);

    var first = cloud.invoke(LambdaModel.LIST_LAYER_VERSIONS, request.build());
    var second =
        cloud.invoke(LambdaModel.LIST_LAYER_VERSIONS, request.marker(first.nextMarker()).build());

    assertThat(first.layerVersions()).extracting("version").containsExactly(2L);
    assertThat(second.layerVersions()).extracting("version").containsExactly(1L);
    assertThat(second.nextMarker()).isNull();
  }

  @Test
  void layersThatAreNotThereAreRefused() {
    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "Layer version arn:aws:lambda:us-east-1:000000000000:layer:none:1 does not exist.",
        () -> createWith("arn:aws:lambda:us-east-1:000000000000:layer:none:1"));
  }

  @Test
  void twoVersionsOfOneLayerAreRefused() {
    var first = arn(publish("shared", "one"));
    var second = arn(publish("shared", "two"));

    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "Two different versions of the same layer are not allowed",
        () -> createWith(first, second));
  }
}
