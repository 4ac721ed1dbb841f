package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetStageRequest;
import brume.model.apigateway.Stage;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a stage.
public final class GetStage implements Operation<GetStageRequest, Stage> {
  private final RestApis apis;

  public GetStage(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetStageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_STAGE, input);
  }

  @Override
  public Stage run(Call call, GetStageRequest input) {
    return apis.read(
        call.scope(), input.restApiId(), view -> view.get(Kind.STAGE, input.stageName()));
  }
}
