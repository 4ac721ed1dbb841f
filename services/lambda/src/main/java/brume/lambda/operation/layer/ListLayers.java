package brume.lambda.operation.layer;

import brume.lambda.data.LayerVersions;
import brume.model.lambda.GetLayerVersionResponse;
import brume.model.lambda.LayersListItem;
import brume.model.lambda.ListLayersRequest;
import brume.model.lambda.ListLayersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists layers, each with its newest version.
public final class ListLayers implements Operation<ListLayersRequest, ListLayersResponse> {
  private final LayerVersions layers;

  public ListLayers(LayerVersions layers) {
    this.layers = layers;
  }

  @Override
  public Access access(Call call, ListLayersRequest input) {
    return Access.toAny("lambda:ListLayers");
  }

  @Override
  public ListLayersResponse run(Call call, ListLayersRequest input) {
    var items =
        layers.all(call.scope()).entrySet().stream()
            .flatMap(
                layer ->
                    layer.getValue().stream()
                        .filter(
                            each ->
                                LayerListing.suits(
                                    each,
                                    input.compatibleRuntime(),
                                    input.compatibleArchitecture()))
                        .limit(1)
                        .map(newest -> item(layer.getKey(), newest)))
            .toList();
    var listing = LayerListing.of(items, input.marker(), input.maxItems());
    return new ListLayersResponse(listing.items(), listing.next());
  }

  private static LayersListItem item(String name, GetLayerVersionResponse newest) {
    return LayersListItem.builder()
        .layerName(name)
        .layerArn(newest.layerArn())
        .latestMatchingVersion(LayerListing.item(newest))
        .build();
  }
}
