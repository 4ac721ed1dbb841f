package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.RequestValidator;
import brume.model.apigateway.UpdateRequestValidatorRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a request validator.
public final class UpdateRequestValidator
    implements Operation<UpdateRequestValidatorRequest, RequestValidator> {
  private static final Patch MEMBERS =
      new Patch("name", "validateRequestBody", "validateRequestParameters");

  private final RestApis apis;

  public UpdateRequestValidator(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateRequestValidatorRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_REQUEST_VALIDATOR, input);
  }

  @Override
  public RequestValidator run(Call call, UpdateRequestValidatorRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft ->
            draft.put(
                Kind.VALIDATOR,
                MEMBERS.apply(
                    draft.get(Kind.VALIDATOR, input.requestValidatorId()),
                    input.patchOperations())));
  }
}
