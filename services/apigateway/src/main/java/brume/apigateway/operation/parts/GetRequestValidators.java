package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetRequestValidatorsRequest;
import brume.model.apigateway.RequestValidator;
import brume.model.apigateway.RequestValidators;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the request validators of an API.
public final class GetRequestValidators
    implements Operation<GetRequestValidatorsRequest, RequestValidators> {
  private final RestApis apis;

  public GetRequestValidators(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRequestValidatorsRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_REQUEST_VALIDATORS, input);
  }

  @Override
  public RequestValidators run(Call call, GetRequestValidatorsRequest input) {
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.VALIDATOR));
    var page = Part.of(all, RequestValidator::id, input.position(), input.limit());
    return new RequestValidators(page.items(), page.next());
  }
}
