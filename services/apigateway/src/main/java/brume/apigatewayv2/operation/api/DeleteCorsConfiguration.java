package brume.apigatewayv2.operation.api;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteCorsConfigurationRequest;
import brume.model.apigatewayv2.DeleteCorsConfigurationResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Leaves preflights to the routes of an API.
public final class DeleteCorsConfiguration
    implements Operation<DeleteCorsConfigurationRequest, DeleteCorsConfigurationResponse> {
  private final HttpApis apis;

  public DeleteCorsConfiguration(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteCorsConfigurationRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_CORS_CONFIGURATION, input);
  }

  @Override
  public DeleteCorsConfigurationResponse run(Call call, DeleteCorsConfigurationRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          draft.put(draft.api().toBuilder().corsConfiguration(null).build());
          return new DeleteCorsConfigurationResponse();
        });
  }
}
