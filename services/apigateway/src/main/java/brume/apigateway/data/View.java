package brume.apigateway.data;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Missing;
import brume.apigateway.rest.Resources;
import brume.base.Scope;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.RestApi;
import brume.service.record.Records;
import brume.shape.Structure;
import brume.store.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One REST API as a snapshot or a transaction sees it.
///
/// What a deployment freezes lies under the deployment's id, and what operations change under
/// [#DRAFT], which no deployment is called.
public class View {
  static final String DRAFT = "draft";
  static final Records<RestApi> APIS = new Records<>("apigateway.api", RestApi.SHAPE);
  static final Records<RestApi> FROZEN = new Records<>("apigateway.frozen", RestApi.SHAPE);

  private final Reader reader;
  final Scope scope;
  final String apiId;
  private final RestApi api;

  View(Reader reader, Scope scope, String apiId) {
    this.reader = reader;
    this.scope = scope;
    this.apiId = apiId;
    var found = APIS.get(reader, scope, apiId);
    if (found == null) {
      throw Missing.api(scope, apiId);
    }
    api = found;
  }

  public RestApi api() {
    return api;
  }

  public <T extends Structure> @Nullable T find(Kind<T> kind, String id) {
    return kind.records().get(reader, scope, apiId, DRAFT, id);
  }

  /// Throws the kind's refusal when there is none.
  public <T extends Structure> T get(Kind<T> kind, String id) {
    var found = find(kind, id);
    if (found == null) {
      throw kind.missing();
    }
    return found;
  }

  /// In the order of their ids.
  public <T extends Structure> List<T> all(Kind<T> kind) {
    return all(kind, DRAFT);
  }

  <T extends Structure> List<T> all(Kind<T> kind, String revision) {
    return kind.records().all(reader, scope, apiId, revision);
  }

  public Method method(String resource, String verb) {
    var method = Resources.methods(get(Kind.RESOURCE, resource)).get(verb);
    if (method == null) {
      throw Missing.of("Method");
    }
    return method;
  }

  public Integration integration(String resource, String verb) {
    var integration = method(resource, verb).methodIntegration();
    if (integration == null) {
      throw Missing.of("Integration");
    }
    return integration;
  }

  public Definition draft() {
    return definition(api, DRAFT);
  }

  /// What a deployment froze; null when there is no such deployment.
  public @Nullable Definition frozen(String deployment) {
    var frozen = FROZEN.get(reader, scope, apiId, deployment);
    return frozen == null ? null : definition(frozen, deployment);
  }

  private Definition definition(RestApi of, String revision) {
    return new Definition(
        of,
        all(Kind.RESOURCE, revision),
        all(Kind.AUTHORIZER, revision),
        all(Kind.RESPONSE, revision),
        all(Kind.MODEL, revision),
        all(Kind.VALIDATOR, revision));
  }
}
