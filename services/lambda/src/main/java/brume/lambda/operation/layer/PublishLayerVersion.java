package brume.lambda.operation.layer;

import brume.lambda.code.Uploads;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.lambda.function.NewFunction;
import brume.model.lambda.GetLayerVersionResponse;
import brume.model.lambda.LayerVersionContentOutput;
import brume.model.lambda.PublishLayerVersionRequest;
import brume.model.lambda.PublishLayerVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a version of a layer, and the layer with its first version.
public final class PublishLayerVersion
    implements Operation<PublishLayerVersionRequest, PublishLayerVersionResponse> {
  private final LayerVersions layers;
  private final Uploads uploads;

  public PublishLayerVersion(LayerVersions layers, Uploads uploads) {
    this.layers = layers;
    this.uploads = uploads;
  }

  @Override
  public Access access(Call call, PublishLayerVersionRequest input) {
    return Access.to(
        "lambda:PublishLayerVersion", LayerName.of(call.scope(), input.layerName()).arn());
  }

  @Override
  public PublishLayerVersionResponse run(Call call, PublishLayerVersionRequest input) {
    var layer = LayerName.of(call.scope(), input.layerName());
    var content = input.content();
    var source =
        new Uploads.Source(
            content.zipFile(), content.s3Bucket(), content.s3Key(), content.s3ObjectVersion());
    var archive = uploads.take(call, source);
    var created = NewFunction.timestamp(call.now());
    var published =
        layers.publish(
            layer,
            number ->
                GetLayerVersionResponse.builder()
                    .layerArn(layer.arn().toString())
                    .layerVersionArn(layer.at(number).arn().toString())
                    .version(number)
                    .description(input.description())
                    .createdDate(created)
                    .licenseInfo(input.licenseInfo())
                    .compatibleRuntimes(input.compatibleRuntimes())
                    .compatibleArchitectures(input.compatibleArchitectures())
                    .content(
                        LayerVersionContentOutput.builder()
                            .codeSha256(archive.sha256())
                            .codeSize(archive.size())
                            .build())
                    .build());
    return LayerListing.published(published);
  }
}
