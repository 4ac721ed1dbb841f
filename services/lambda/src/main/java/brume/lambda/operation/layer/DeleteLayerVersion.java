package brume.lambda.operation.layer;

import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.model.lambda.DeleteLayerVersionRequest;
import brume.model.lambda.DeleteLayerVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a version of a layer; functions that have it keep it.
public final class DeleteLayerVersion
    implements Operation<DeleteLayerVersionRequest, DeleteLayerVersionResponse> {
  private final LayerVersions layers;

  public DeleteLayerVersion(LayerVersions layers) {
    this.layers = layers;
  }

  @Override
  public Access access(Call call, DeleteLayerVersionRequest input) {
    return LayerListing.access(name(), version(call, input));
  }

  @Override
  public DeleteLayerVersionResponse run(Call call, DeleteLayerVersionRequest input) {
    layers.delete(version(call, input));
    return new DeleteLayerVersionResponse();
  }

  private static LayerName version(Call call, DeleteLayerVersionRequest input) {
    return LayerName.of(call.scope(), input.layerName()).at(input.versionNumber());
  }
}
