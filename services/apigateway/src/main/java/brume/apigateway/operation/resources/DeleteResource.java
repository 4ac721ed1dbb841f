package brume.apigateway.operation.resources;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Resources;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteResourceRequest;
import brume.model.apigateway.DeleteResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a resource and all that is below it.
public final class DeleteResource
    implements Operation<DeleteResourceRequest, DeleteResourceResponse> {
  private final RestApis apis;

  public DeleteResource(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_RESOURCE, input);
  }

  @Override
  public DeleteResourceResponse run(Call call, DeleteResourceRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var resource = draft.get(Kind.RESOURCE, input.resourceId());
          if (resource.parentId() == null) {
            throw BAD_REQUEST_EXCEPTION.because("Root resource cannot be deleted");
          }
          for (var each : Resources.branch(resource, draft.all(Kind.RESOURCE))) {
            draft.delete(Kind.RESOURCE, Resources.id(each));
          }
          return new DeleteResourceResponse();
        });
  }
}
