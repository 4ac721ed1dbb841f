package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetModelRequest;
import brume.model.apigateway.Model;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a model.
public final class GetModel implements Operation<GetModelRequest, Model> {
  private final RestApis apis;

  public GetModel(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetModelRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_MODEL, input);
  }

  @Override
  public Model run(Call call, GetModelRequest input) {
    return apis.read(
        call.scope(), input.restApiId(), view -> view.get(Kind.MODEL, input.modelName()));
  }
}
