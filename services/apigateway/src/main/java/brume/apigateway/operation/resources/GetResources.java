package brume.apigateway.operation.resources;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetResourcesRequest;
import brume.model.apigateway.Resource;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the resources of an API, with their methods where they are asked for.
public final class GetResources
    implements Operation<GetResourcesRequest, brume.model.apigateway.Resources> {
  private final RestApis apis;

  public GetResources(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetResourcesRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_RESOURCES, input);
  }

  @Override
  public brume.model.apigateway.Resources run(Call call, GetResourcesRequest input) {
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.RESOURCE));
    var page = Part.of(all, Resource::id, input.position(), input.limit());
    var embedding = Embedding.of(input.embed());
    return new brume.model.apigateway.Resources(
        page.items().stream().map(embedding::show).toList(), page.next());
  }
}
