package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.execution.Plan;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Unsupported;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.Deployment;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.temporal.ChronoUnit;

/// Freezes an API as it is now, and puts it behind a stage where one is named.
///
/// What the API has and Brume does not is refused here, by name.
public final class CreateDeployment implements Operation<CreateDeploymentRequest, Deployment> {
  private static final int ID_CHARS = 6;

  private final RestApis apis;

  public CreateDeployment(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_DEPLOYMENT, input);
  }

  @Override
  public Deployment run(Call call, CreateDeploymentRequest input) {
    Unsupported.check(input);
    var id = call.ids().lower(ID_CHARS);
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var definition = draft.draft();
          Plan.check(definition);
          var deployment =
              Deployment.builder()
                  .id(id)
                  .description(input.description())
                  .createdDate(call.now().truncatedTo(ChronoUnit.SECONDS))
                  .build();
          draft.put(Kind.DEPLOYMENT, deployment);
          draft.freeze(id);
          if (input.stageName() != null) {
            draft.put(Kind.STAGE, Stages.deployed(draft, input, id, call.now()));
          }
          return deployment.toBuilder().apiSummary(definition.summary()).build();
        });
  }
}
