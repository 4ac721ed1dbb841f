package brume.apigateway.operation.resources;

import static brume.model.apigateway.ApiGatewayError.LIMIT_EXCEEDED_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Resources;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateResourceRequest;
import brume.model.apigateway.Resource;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a resource below another one.
public final class CreateResource implements Operation<CreateResourceRequest, Resource> {
  private static final int ID_CHARS = 6;

  /// Source: "Amazon API Gateway quotas for creating and configuring a REST API".
  private static final int MAX_RESOURCES = 300;

  private final RestApis apis;

  public CreateResource(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_RESOURCE, input);
  }

  @Override
  public Resource run(Call call, CreateResourceRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var all = draft.all(Kind.RESOURCE);
          if (all.size() >= MAX_RESOURCES) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Maximum number of Resources for this API has been reached. Please contact AWS if you need additional Resources.");
          }
          var parent = draft.get(Kind.RESOURCE, input.parentId());
          var id = call.ids().lower(ID_CHARS);
          return draft.put(Kind.RESOURCE, Resources.child(parent, input.pathPart(), id, all));
        });
  }
}
