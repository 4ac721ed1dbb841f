package brume.apigateway.data;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Missing;
import brume.apigateway.rest.Resources;
import brume.apigateway.revision.PartKind;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.RestApi;
import brume.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of one REST API, in a snapshot or in a transaction that changes it.
public interface View {
  RestApi api();

  <T extends Structure> @Nullable T find(PartKind<T> kind, String id);

  <T extends Structure> T get(PartKind<T> kind, String id);

  <T extends Structure> List<T> all(PartKind<T> kind);

  <T extends Structure> List<T> all(PartKind<T> kind, String deployment);

  @Nullable RestApi frozenApi(String deployment);

  default Method method(String resource, String verb) {
    var method = Resources.methods(get(Kind.RESOURCE, resource)).get(verb);
    if (method == null) {
      throw Missing.of("Method");
    }
    return method;
  }

  default Integration integration(String resource, String verb) {
    var integration = method(resource, verb).methodIntegration();
    if (integration == null) {
      throw Missing.of("Integration");
    }
    return integration;
  }

  default Definition draft() {
    return new Definition(
        api(),
        all(Kind.RESOURCE),
        all(Kind.AUTHORIZER),
        all(Kind.RESPONSE),
        all(Kind.MODEL),
        all(Kind.VALIDATOR));
  }

  /// What a deployment froze; null when there is no such deployment.
  default @Nullable Definition frozen(String deployment) {
    var frozen = frozenApi(deployment);
    return frozen == null
        ? null
        : new Definition(
            frozen,
            all(Kind.RESOURCE, deployment),
            all(Kind.AUTHORIZER, deployment),
            all(Kind.RESPONSE, deployment),
            all(Kind.MODEL, deployment),
            all(Kind.VALIDATOR, deployment));
  }
}
