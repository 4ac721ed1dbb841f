package brume.apigateway.operation.stages;

import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Unsupported;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateStageRequest;
import brume.model.apigateway.Stage;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a stage that answers with a deployment.
public final class CreateStage implements Operation<CreateStageRequest, Stage> {
  private final RestApis apis;

  public CreateStage(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateStageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_STAGE, input);
  }

  @Override
  public Stage run(Call call, CreateStageRequest input) {
    Unsupported.check(input);
    var stage = Stages.created(Alike.copy(Stage.SHAPE, input), call.now());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          if (draft.find(Kind.STAGE, input.stageName()) != null) {
            throw CONFLICT_EXCEPTION.because("Stage already exists");
          }
          draft.get(Kind.DEPLOYMENT, input.deploymentId());
          if (stage.canarySettings() != null) {
            draft.get(Kind.DEPLOYMENT, String.valueOf(stage.canarySettings().deploymentId()));
          }
          return draft.put(Kind.STAGE, stage);
        });
  }
}
