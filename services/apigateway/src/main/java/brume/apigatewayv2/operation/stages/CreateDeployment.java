package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.Deployments;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateDeploymentRequest;
import brume.model.apigatewayv2.CreateDeploymentResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Freezes an API as it is now, and puts it behind a stage where one is named.
public final class CreateDeployment
    implements Operation<CreateDeploymentRequest, CreateDeploymentResponse> {
  private final HttpApis apis;

  public CreateDeployment(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_DEPLOYMENT, input);
  }

  @Override
  public CreateDeploymentResponse run(Call call, CreateDeploymentRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          var deployment = Deployments.add(draft, call, input.description(), false);
          if (input.stageName() != null) {
            var stage = draft.get(Kind.STAGE, input.stageName());
            Deployments.refuseWhenAutomatic(stage);
            draft.put(Kind.STAGE, Deployments.behind(stage, deployment, call));
          }
          return Alike.copy(CreateDeploymentResponse.SHAPE, deployment);
        });
  }
}
