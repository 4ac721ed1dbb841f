package brume.lambda.operation.layer;

import brume.lambda.code.CodeLinks;
import brume.lambda.data.LayerVersions;
import brume.lambda.function.LayerName;
import brume.model.lambda.GetLayerVersionByArnRequest;
import brume.model.lambda.GetLayerVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a version of a layer, named by its ARN.
public final class GetLayerVersionByArn
    implements Operation<GetLayerVersionByArnRequest, GetLayerVersionResponse> {
  private final LayerVersions layers;
  private final CodeLinks links;

  public GetLayerVersionByArn(LayerVersions layers, CodeLinks links) {
    this.layers = layers;
    this.links = links;
  }

  @Override
  public Access access(Call call, GetLayerVersionByArnRequest input) {
    return LayerListing.access("GetLayerVersion", LayerName.of(call.scope(), input.arn()));
  }

  @Override
  public GetLayerVersionResponse run(Call call, GetLayerVersionByArnRequest input) {
    return LayerListing.located(call, links, layers.get(LayerName.of(call.scope(), input.arn())));
  }
}
