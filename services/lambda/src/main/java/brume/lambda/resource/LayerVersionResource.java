package brume.lambda.resource;

import brume.json.Json;
import brume.lambda.function.LayerName;
import brume.model.lambda.DeleteLayerVersionRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.PublishLayerVersionRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::Lambda::LayerVersion`. `Ref` and `LayerVersionArn` give its ARN.
public final class LayerVersionResource extends Published {
  private static final int MAX_NAME = 140;

  @Override
  public String name() {
    return "AWS::Lambda::LayerVersion";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "CompatibleArchitectures",
        "CompatibleRuntimes",
        "Content",
        "Description",
        "LayerName",
        "LicenseInfo");
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = Property.text(request.properties(), "LayerName");
    var name = given == null ? request.generatedName(MAX_NAME) : given;
    var published =
        call.invoke(
            LambdaModel.PUBLISH_LAYER_VERSION,
            TemplateProperties.read(
                request.properties().with("LayerName", Json.of(name)),
                PublishLayerVersionRequest.SHAPE));
    var arn = Objects.requireNonNull(published.layerVersionArn());
    return Resource.of(arn).with("LayerVersionArn", arn);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var version = LayerName.of(call.scope(), current.physicalId());
    call.invoke(
        LambdaModel.DELETE_LAYER_VERSION,
        new DeleteLayerVersionRequest(version.at(0).arn().toString(), version.version()));
  }
}
