package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.openapi.RestImport;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.NewApi;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.PutRestApiRequest;
import brume.model.apigateway.RestApi;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an OpenAPI document in place of what an API is, or merges it in.
public final class PutRestApi implements Operation<PutRestApiRequest, RestApi> {
  private final RestApis apis;

  public PutRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_REST_API, input);
  }

  @Override
  public RestApi run(Call call, PutRestApiRequest input) {
    var document = RestImport.read(input.body());
    var imports = RestImport.of(document, input.parameters(), input.failOnWarnings());
    boolean overwrite = "overwrite".equals(input.mode());
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = draft.draft();
          var imported = imports.onto(overwrite ? NewApi.emptied(before) : before, call.ids());
          if (overwrite) {
            draft.replace(imported.definition());
          } else {
            draft.add(imported.definition());
          }
          return imported.told(imported.definition().api());
        });
  }
}
