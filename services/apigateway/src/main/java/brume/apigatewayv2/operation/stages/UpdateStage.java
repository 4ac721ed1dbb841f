package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.StageRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UpdateStageRequest;
import brume.model.apigatewayv2.UpdateStageResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a stage.
public final class UpdateStage implements Operation<UpdateStageRequest, UpdateStageResponse> {
  private final HttpApis apis;

  public UpdateStage(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateStageRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UPDATE_STAGE, input);
  }

  @Override
  public UpdateStageResponse run(Call call, UpdateStageRequest input) {
    StageRules.check(input);
    apis.change(
        call,
        input.apiId(),
        draft -> {
          var before = draft.get(Kind.STAGE, input.stageName());
          var stage = StageRules.updated(Alike.merge(before, input), call.now());
          StageRules.checkDeployment(stage, draft);
          return draft.put(Kind.STAGE, stage);
        });
    return Alike.copy(
        UpdateStageResponse.SHAPE,
        apis.read(call.scope(), input.apiId(), view -> view.get(Kind.STAGE, input.stageName())));
  }
}
