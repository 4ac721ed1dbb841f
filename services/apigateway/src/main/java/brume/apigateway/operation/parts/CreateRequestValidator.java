package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateRequestValidatorRequest;
import brume.model.apigateway.RequestValidator;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a request validator that methods can name.
public final class CreateRequestValidator
    implements Operation<CreateRequestValidatorRequest, RequestValidator> {
  private static final int ID_CHARS = 6;

  private final RestApis apis;

  public CreateRequestValidator(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateRequestValidatorRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_REQUEST_VALIDATOR, input);
  }

  @Override
  public RequestValidator run(Call call, CreateRequestValidatorRequest input) {
    var validator =
        RequestValidator.builder()
            .id(call.ids().lower(ID_CHARS))
            .name(input.name())
            .validateRequestBody(Boolean.TRUE.equals(input.validateRequestBody()))
            .validateRequestParameters(Boolean.TRUE.equals(input.validateRequestParameters()))
            .build();
    return apis.change(
        call.scope(), input.restApiId(), draft -> draft.put(Kind.VALIDATOR, validator));
  }
}
