package brume.apigateway.operation.resources;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetResourceRequest;
import brume.model.apigateway.Resource;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a resource, with its methods where they are asked for.
public final class GetResource implements Operation<GetResourceRequest, Resource> {
  private final RestApis apis;

  public GetResource(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_RESOURCE, input);
  }

  @Override
  public Resource run(Call call, GetResourceRequest input) {
    var resource =
        apis.read(
            call.scope(), input.restApiId(), view -> view.get(Kind.RESOURCE, input.resourceId()));
    return Embedding.of(input.embed()).show(resource);
  }
}
