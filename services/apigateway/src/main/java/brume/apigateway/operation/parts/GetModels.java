package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetModelsRequest;
import brume.model.apigateway.Model;
import brume.model.apigateway.Models;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the models of an API.
public final class GetModels implements Operation<GetModelsRequest, Models> {
  private final RestApis apis;

  public GetModels(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetModelsRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_MODELS, input);
  }

  @Override
  public Models run(Call call, GetModelsRequest input) {
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.MODEL));
    var page = Part.of(all, Model::name, input.position(), input.limit());
    return new Models(page.items(), page.next());
  }
}
