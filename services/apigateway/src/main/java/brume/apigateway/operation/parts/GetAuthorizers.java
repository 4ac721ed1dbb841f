package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Authorizers;
import brume.model.apigateway.GetAuthorizersRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the authorizers of an API.
public final class GetAuthorizers implements Operation<GetAuthorizersRequest, Authorizers> {
  private final RestApis apis;

  public GetAuthorizers(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetAuthorizersRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_AUTHORIZERS, input);
  }

  @Override
  public Authorizers run(Call call, GetAuthorizersRequest input) {
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.AUTHORIZER));
    var page = Part.of(all, Authorizer::id, input.position(), input.limit());
    return new Authorizers(page.items(), page.next());
  }
}
