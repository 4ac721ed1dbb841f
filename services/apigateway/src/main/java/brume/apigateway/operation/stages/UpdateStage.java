package brume.apigateway.operation.stages;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.AccountSettings;
import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.MethodSettings;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.Stage;
import brume.model.apigateway.UpdateStageRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a stage, such as the deployment that it answers with.
public final class UpdateStage implements Operation<UpdateStageRequest, Stage> {
  private static final Patch MEMBERS =
      new Patch(
          "deploymentId",
          "description",
          "variables",
          "cacheClusterEnabled",
          "cacheClusterSize",
          "canarySettings",
          "accessLogSettings");

  private final RestApis apis;
  private final AccountSettings account;

  public UpdateStage(RestApis apis, AccountSettings account) {
    this.apis = apis;
    this.account = account;
  }

  @Override
  public Access access(Call call, UpdateStageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_STAGE, input);
  }

  @Override
  public Stage run(Call call, UpdateStageRequest input) {
    Stages.checkPatch(input.patchOperations());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = draft.get(Kind.STAGE, input.stageName());
          var stage = patched(before, input.patchOperations());
          draft.get(Kind.DEPLOYMENT, String.valueOf(stage.deploymentId()));
          if (stage.accessLogSettings() != null
              && before.accessLogSettings() == null
              && account.get(call.scope()).cloudwatchRoleArn() == null) {
            throw BAD_REQUEST_EXCEPTION.because(
                "CloudWatch Logs role ARN must be set in account settings to enable logging");
          }
          return draft.put(Kind.STAGE, Stages.updated(stage, call.now()));
        });
  }

  private static Stage patched(Stage before, @Nullable List<PatchOperation> operations) {
    var stage = before;
    for (var given : operations == null ? List.<PatchOperation>of() : operations) {
      var operation = StageCopies.resolved(stage, given);
      stage =
          MethodSettings.isSetting(String.valueOf(operation.path()))
              ? MethodSettings.patched(stage, operation)
              : MEMBERS.apply(stage, List.of(operation));
    }
    return stage;
  }
}
