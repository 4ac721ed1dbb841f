package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Model;
import brume.model.apigateway.UpdateModelRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a model.
public final class UpdateModel implements Operation<UpdateModelRequest, Model> {
  private static final Patch MEMBERS = new Patch("description", "schema");

  private final RestApis apis;

  public UpdateModel(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateModelRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_MODEL, input);
  }

  @Override
  public Model run(Call call, UpdateModelRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft ->
            draft.put(
                Kind.MODEL,
                MEMBERS.apply(draft.get(Kind.MODEL, input.modelName()), input.patchOperations())));
  }
}
