package brume.lambda.operation.layer;

import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.model.lambda.ListLayerVersionsRequest;
import brume.model.lambda.ListLayerVersionsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the versions of a layer, newest first.
public final class ListLayerVersions
    implements Operation<ListLayerVersionsRequest, ListLayerVersionsResponse> {
  private final LayerVersions layers;

  public ListLayerVersions(LayerVersions layers) {
    this.layers = layers;
  }

  @Override
  public Access access(Call call, ListLayerVersionsRequest input) {
    return Access.toAny("lambda:ListLayerVersions");
  }

  @Override
  public ListLayerVersionsResponse run(Call call, ListLayerVersionsRequest input) {
    var all = layers.all(LayerName.of(call.scope(), input.layerName()));
    var listing =
        LayerListing.of(
            all.stream()
                .filter(
                    each ->
                        LayerListing.suits(
                            each, input.compatibleRuntime(), input.compatibleArchitecture()))
                .map(LayerListing::item)
                .toList(),
            input.marker(),
            input.maxItems());
    return new ListLayerVersionsResponse(listing.items(), listing.next());
  }
}
