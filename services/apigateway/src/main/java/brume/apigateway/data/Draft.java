package brume.apigateway.data;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Resources;
import brume.apigateway.revision.ApiDraft;
import brume.apigateway.revision.ApiLibrary;
import brume.base.Scope;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.RestApi;
import brume.store.Transaction;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One REST API in a transaction that changes it.
public final class Draft extends ApiDraft<RestApi> implements View {
  Draft(ApiLibrary<RestApi> library, Transaction transaction, Scope scope, String apiId) {
    super(library, transaction, scope, apiId);
  }

  public Method put(String resource, Method method) {
    var before = get(Kind.RESOURCE, resource);
    var methods = new TreeMap<>(Resources.methods(before));
    methods.put(Objects.requireNonNull(method.httpMethod()), method);
    put(Kind.RESOURCE, before.toBuilder().resourceMethods(methods).build());
    return method;
  }

  public void deleteMethod(String resource, String verb) {
    var _ = method(resource, verb);
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
    empty();
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

  public void deleteApi() {
    deleteApi(all(Kind.DEPLOYMENT).stream().map(each -> String.valueOf(each.id())).toList());
  }
}
