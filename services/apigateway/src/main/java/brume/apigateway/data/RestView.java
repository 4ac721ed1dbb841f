package brume.apigateway.data;

import brume.apigateway.revision.ApiLibrary;
import brume.apigateway.revision.ApiView;
import brume.base.Scope;
import brume.model.apigateway.RestApi;
import brume.store.Reader;

/// One REST API as a snapshot sees it.
final class RestView extends ApiView<RestApi> implements View {
  RestView(ApiLibrary<RestApi> library, Reader reader, Scope scope, String apiId) {
    super(library, reader, scope, apiId);
  }
}
