package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.openapi.RestImport;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.NewApi;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ImportRestApiRequest;
import brume.model.apigateway.RestApi;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a REST API of an OpenAPI document.
public final class ImportRestApi implements Operation<ImportRestApiRequest, RestApi> {
  private final RestApis apis;

  public ImportRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, ImportRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.IMPORT_REST_API, input);
  }

  @Override
  public RestApi run(Call call, ImportRestApiRequest input) {
    var document = RestImport.read(input.body());
    var imported =
        RestImport.of(document, input.parameters(), input.failOnWarnings())
            .onto(NewApi.bare(document.title(), call.ids(), call.now()), call.ids());
    var api = apis.create(call.scope(), imported.definition());
    return imported.told(api);
  }
}
