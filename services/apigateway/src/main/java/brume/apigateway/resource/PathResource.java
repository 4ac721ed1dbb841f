package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateResourceRequest;
import brume.model.apigateway.DeleteResourceRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::Resource`. `Ref` gives the id, as does `GetAtt` of `ResourceId`.
public final class PathResource extends ApiResource {
  public PathResource() {
    super("AWS::ApiGateway::Resource", Set.of("RestApiId", "ParentId", "PathPart"), Set.of());
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateResourceRequest.SHAPE);
    var id = Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_RESOURCE, input).id());
    return Resource.of(id).with("ResourceId", id);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteResourceRequest(current.physicalId(), required(properties, "RestApiId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_RESOURCE, input));
  }
}
