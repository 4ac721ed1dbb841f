package brume.apigateway.operation.resources;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Resources;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Resource;
import brume.model.apigateway.UpdateResourceRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Renames a resource or moves it below another one, with all that is below it.
public final class UpdateResource implements Operation<UpdateResourceRequest, Resource> {
  private static final Patch MEMBERS = new Patch("pathPart", "parentId");

  private final RestApis apis;

  public UpdateResource(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_RESOURCE, input);
  }

  @Override
  public Resource run(Call call, UpdateResourceRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = draft.get(Kind.RESOURCE, input.resourceId());
          var wanted = MEMBERS.apply(before, input.patchOperations());
          if (before.parentId() == null || wanted.parentId() == null || wanted.pathPart() == null) {
            throw BAD_REQUEST_EXCEPTION.because("Root resource cannot be updated");
          }
          var parent = draft.get(Kind.RESOURCE, wanted.parentId());
          var moved = Resources.moved(before, parent, wanted.pathPart(), draft.all(Kind.RESOURCE));
          moved.forEach(each -> draft.put(Kind.RESOURCE, each));
          return Embedding.NAMES.show(moved.getFirst());
        });
  }
}
