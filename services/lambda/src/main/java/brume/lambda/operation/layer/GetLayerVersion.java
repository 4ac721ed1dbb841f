package brume.lambda.operation.layer;

import brume.lambda.code.CodeLinks;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.model.lambda.GetLayerVersionRequest;
import brume.model.lambda.GetLayerVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a version of a layer.
public final class GetLayerVersion
    implements Operation<GetLayerVersionRequest, GetLayerVersionResponse> {
  private final LayerVersions layers;
  private final CodeLinks links;

  public GetLayerVersion(LayerVersions layers, CodeLinks links) {
    this.layers = layers;
    this.links = links;
  }

  @Override
  public Access access(Call call, GetLayerVersionRequest input) {
    return LayerListing.access(name(), version(call, input));
  }

  @Override
  public GetLayerVersionResponse run(Call call, GetLayerVersionRequest input) {
    return LayerListing.located(call, links, layers.get(version(call, input)));
  }

  private static LayerName version(Call call, GetLayerVersionRequest input) {
    return LayerName.of(call.scope(), input.layerName()).at(input.versionNumber());
  }
}
