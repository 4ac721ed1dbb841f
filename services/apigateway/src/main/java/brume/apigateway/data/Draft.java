package brume.apigateway.data;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Resources;
import brume.base.Scope;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.RestApi;
import brume.shape.Structure;
import brume.store.Transaction;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One REST API in a transaction that changes it.
public final class Draft extends View {
  private final Transaction transaction;

  Draft(Transaction transaction, Scope scope, String apiId) {
    super(transaction, scope, apiId);
    this.transaction = transaction;
  }

  public RestApi put(RestApi changed) {
    APIS.put(transaction, changed, scope, apiId);
    return changed;
  }

  public <T extends Structure> T put(Kind<T> kind, T value) {
    kind.records().put(transaction, value, scope, apiId, DRAFT, kind.idOf(value));
    return value;
  }

  /// Throws the kind's refusal when there is none.
  public <T extends Structure> T delete(Kind<T> kind, String id) {
    var gone = get(kind, id);
    kind.records().delete(transaction, scope, apiId, DRAFT, id);
    return gone;
  }

  public Method put(String resource, Method method) {
    var before = get(Kind.RESOURCE, resource);
    var methods = new TreeMap<>(Resources.methods(before));
    methods.put(Objects.requireNonNull(method.httpMethod()), method);
    put(Kind.RESOURCE, before.toBuilder().resourceMethods(methods).build());
    return method;
  }

  public void deleteMethod(String resource, String verb) {
    method(resource, verb);
    var before = get(Kind.RESOURCE, resource);
    var methods = new TreeMap<>(Resources.methods(before));
    methods.remove(verb);
    put(
        Kind.RESOURCE,
        before.toBuilder().resourceMethods(methods.isEmpty() ? null : methods).build());
  }

  public Integration put(String resource, String verb, @Nullable Integration integration) {
    var method = method(resource, verb).toBuilder().methodIntegration(integration).build();
    put(resource, method);
    return integration == null ? Integration.builder().build() : integration;
  }

  /// Puts another definition in place of the draft's.
  public void replace(Definition wanted) {
    for (var kind : Kind.ALL) {
      if (kind.frozen()) {
        clear(kind, DRAFT);
      }
    }
    add(wanted);
  }

  /// Adds a definition's parts to the draft's, in place of those with the same ids.
  public void add(Definition wanted) {
    put(wanted.api());
    wanted.resources().forEach(each -> put(Kind.RESOURCE, each));
    wanted.authorizers().forEach(each -> put(Kind.AUTHORIZER, each));
    wanted.responses().forEach(each -> put(Kind.RESPONSE, each));
    wanted.models().forEach(each -> put(Kind.MODEL, each));
    wanted.validators().forEach(each -> put(Kind.VALIDATOR, each));
  }

  /// Keeps the draft as it is now under a deployment's id.
  public void freeze(String deployment) {
    FROZEN.put(transaction, api(), scope, apiId, deployment);
    for (var kind : Kind.ALL) {
      if (kind.frozen()) {
        freeze(kind, deployment);
      }
    }
  }

  private <T extends Structure> void freeze(Kind<T> kind, String deployment) {
    for (var each : all(kind)) {
      kind.records().put(transaction, each, scope, apiId, deployment, kind.idOf(each));
    }
  }

  /// Forgets what a deployment froze.
  public void thaw(String deployment) {
    FROZEN.delete(transaction, scope, apiId, deployment);
    for (var kind : Kind.ALL) {
      clear(kind, deployment);
    }
  }

  private <T extends Structure> void clear(Kind<T> kind, String revision) {
    for (var each : all(kind, revision)) {
      kind.records().delete(transaction, scope, apiId, revision, kind.idOf(each));
    }
  }

  /// Deletes the API and all that belongs to it.
  public void deleteApi() {
    for (var deployment : all(Kind.DEPLOYMENT)) {
      thaw(Kind.DEPLOYMENT.idOf(deployment));
    }
    thaw(DRAFT);
    APIS.delete(transaction, scope, apiId);
  }
}
