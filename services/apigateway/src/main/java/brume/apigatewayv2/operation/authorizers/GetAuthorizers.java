package brume.apigatewayv2.operation.authorizers;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.GetAuthorizersRequest;
import brume.model.apigatewayv2.GetAuthorizersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the authorizers of an API.
public final class GetAuthorizers
    implements Operation<GetAuthorizersRequest, GetAuthorizersResponse> {
  private final HttpApis apis;

  public GetAuthorizers(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetAuthorizersRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_AUTHORIZERS, input);
  }

  @Override
  public GetAuthorizersResponse run(Call call, GetAuthorizersRequest input) {
    var all = apis.read(call.scope(), input.apiId(), view -> view.all(Kind.AUTHORIZER));
    var page = Part.ofText(all, Authorizer::authorizerId, input.nextToken(), input.maxResults());
    return new GetAuthorizersResponse(page.items(), page.next());
  }
}
