package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetRequestValidatorRequest;
import brume.model.apigateway.RequestValidator;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a request validator.
public final class GetRequestValidator
    implements Operation<GetRequestValidatorRequest, RequestValidator> {
  private final RestApis apis;

  public GetRequestValidator(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRequestValidatorRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_REQUEST_VALIDATOR, input);
  }

  @Override
  public RequestValidator run(Call call, GetRequestValidatorRequest input) {
    return apis.read(
        call.scope(),
        input.restApiId(),
        view -> view.get(Kind.VALIDATOR, input.requestValidatorId()));
  }
}
