package brume.apigateway.operation.methods;

import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.MethodResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.MethodResponse;
import brume.model.apigateway.PutMethodResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a response that a method can give.
public final class PutMethodResponse
    implements Operation<PutMethodResponseRequest, MethodResponse> {
  private final RestApis apis;

  public PutMethodResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutMethodResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_METHOD_RESPONSE, input);
  }

  @Override
  public MethodResponse run(Call call, PutMethodResponseRequest input) {
    var response = Alike.copy(MethodResponse.SHAPE, input);
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var method = draft.method(input.resourceId(), input.httpMethod());
          if (MethodResponses.of(method).containsKey(input.statusCode())) {
            throw CONFLICT_EXCEPTION.because("Response already exists for this resource");
          }
          draft.put(input.resourceId(), MethodResponses.with(method, response));
          return response;
        });
  }
}
