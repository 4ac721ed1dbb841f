package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteRequestValidatorRequest;
import brume.model.apigateway.DeleteRequestValidatorResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a request validator.
public final class DeleteRequestValidator
    implements Operation<DeleteRequestValidatorRequest, DeleteRequestValidatorResponse> {
  private final RestApis apis;

  public DeleteRequestValidator(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteRequestValidatorRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_REQUEST_VALIDATOR, input);
  }

  @Override
  public DeleteRequestValidatorResponse run(Call call, DeleteRequestValidatorRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.delete(Kind.VALIDATOR, input.requestValidatorId());
          return new DeleteRequestValidatorResponse();
        });
  }
}
