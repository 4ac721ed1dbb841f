package brume.apigatewayv2.operation.stages;

import static brume.model.apigatewayv2.ApiGatewayV2Error.CONFLICT_EXCEPTION;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.StageRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.CreateStageResponse;
import brume.model.apigatewayv2.Stage;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a stage, which answers with a deployment or with whatever the API is.
public final class CreateStage implements Operation<CreateStageRequest, CreateStageResponse> {
  private final HttpApis apis;

  public CreateStage(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateStageRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_STAGE, input);
  }

  @Override
  public CreateStageResponse run(Call call, CreateStageRequest input) {
    StageRules.check(input);
    var stage = StageRules.created(Alike.copy(Stage.SHAPE, input), call.now());
    apis.change(
        call,
        input.apiId(),
        draft -> {
          if (draft.find(Kind.STAGE, input.stageName()) != null) {
            throw CONFLICT_EXCEPTION.because("Stage already exists");
          }
          StageRules.checkDeployment(stage, draft);
          return draft.put(Kind.STAGE, stage);
        });
    return Alike.copy(
        CreateStageResponse.SHAPE,
        apis.read(call.scope(), input.apiId(), view -> view.get(Kind.STAGE, input.stageName())));
  }
}
