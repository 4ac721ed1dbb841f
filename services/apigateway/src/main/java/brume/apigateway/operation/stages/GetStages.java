package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetStagesRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the stages of an API, or those of one deployment.
public final class GetStages implements Operation<GetStagesRequest, brume.model.apigateway.Stages> {
  private final RestApis apis;

  public GetStages(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetStagesRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_STAGES, input);
  }

  @Override
  public brume.model.apigateway.Stages run(Call call, GetStagesRequest input) {
    var wanted = input.deploymentId();
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.STAGE));
    return new brume.model.apigateway.Stages(
        all.stream()
            .filter(stage -> wanted == null || wanted.equals(stage.deploymentId()))
            .toList());
  }
}
