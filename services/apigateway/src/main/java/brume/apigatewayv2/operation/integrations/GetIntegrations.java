package brume.apigatewayv2.operation.integrations;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetIntegrationsRequest;
import brume.model.apigatewayv2.GetIntegrationsResponse;
import brume.model.apigatewayv2.Integration;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the integrations of an API.
public final class GetIntegrations
    implements Operation<GetIntegrationsRequest, GetIntegrationsResponse> {
  private final HttpApis apis;

  public GetIntegrations(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetIntegrationsRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_INTEGRATIONS, input);
  }

  @Override
  public GetIntegrationsResponse run(Call call, GetIntegrationsRequest input) {
    var all = apis.read(call.scope(), input.apiId(), view -> view.all(Kind.INTEGRATION));
    var page = Part.ofText(all, Integration::integrationId, input.nextToken(), input.maxResults());
    return new GetIntegrationsResponse(page.items(), page.next());
  }
}
