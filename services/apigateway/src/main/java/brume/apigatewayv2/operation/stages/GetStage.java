package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetStageRequest;
import brume.model.apigatewayv2.GetStageResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a stage.
public final class GetStage implements Operation<GetStageRequest, GetStageResponse> {
  private final HttpApis apis;

  public GetStage(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetStageRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_STAGE, input);
  }

  @Override
  public GetStageResponse run(Call call, GetStageRequest input) {
    var found =
        apis.read(call.scope(), input.apiId(), view -> view.get(Kind.STAGE, input.stageName()));
    return Alike.copy(GetStageResponse.SHAPE, found);
  }
}
