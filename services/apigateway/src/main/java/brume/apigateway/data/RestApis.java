package brume.apigateway.data;

import static brume.model.apigateway.ApiGatewayError.LIMIT_EXCEEDED_EXCEPTION;

import brume.apigateway.rest.Definition;
import brume.base.Scope;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.Stage;
import brume.store.Locks;
import brume.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// REST APIs in the store. An API is the lock of all that belongs to it.
public final class RestApis {
  /// Source: "Amazon API Gateway quotas", regional APIs per Region.
  private static final int MAX_APIS = 600;

  private final Store store;

  public RestApis(Store store) {
    this.store = store;
  }

  /// Makes an API of its whole definition.
  public RestApi create(Scope scope, Definition definition) {
    var id = Objects.requireNonNull(definition.api().id());
    return store.transact(
        Locks.of(View.APIS.key(scope, id)),
        transaction -> {
          if (View.APIS.all(transaction, scope).size() >= MAX_APIS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Maximum number of APIs for this account has been reached: " + MAX_APIS);
          }
          View.APIS.put(transaction, definition.api(), scope, id);
          new Draft(transaction, scope, id).add(definition);
          return definition.api();
        });
  }

  public List<RestApi> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return View.APIS.all(snapshot, scope);
    }
  }

  /// Throws the refusal of an unknown API.
  public <T> T read(Scope scope, String apiId, Function<View, T> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(new View(snapshot, scope, apiId));
    }
  }

  /// Runs `body` alone on the API; what it writes is committed together. Throws the refusal of an
  /// unknown API.
  public <T> T change(Scope scope, String apiId, Function<Draft, T> body) {
    return store.transact(
        Locks.of(View.APIS.key(scope, apiId)),
        transaction -> body.apply(new Draft(transaction, scope, apiId)));
  }

  /// The bytes of a stage as it is kept; null when there is none. They change when the stage does.
  public byte @Nullable [] storedStage(Scope scope, String apiId, String stage) {
    try (var snapshot = store.snapshot()) {
      return snapshot.get(Kind.STAGE.records().key(scope, apiId, View.DRAFT, stage).bytes());
    }
  }

  /// A stage and what its deployment froze; null when there is none.
  public @Nullable Live live(Scope scope, String apiId, String stage) {
    try (var snapshot = store.snapshot()) {
      if (!View.APIS.has(snapshot, scope, apiId)) {
        return null;
      }
      var view = new View(snapshot, scope, apiId);
      var found = view.find(Kind.STAGE, stage);
      var deployment = found == null ? null : found.deploymentId();
      var frozen = deployment == null ? null : view.frozen(deployment);
      return found == null || frozen == null ? null : new Live(found, frozen);
    }
  }

  public boolean has(Scope scope, String apiId) {
    try (var snapshot = store.snapshot()) {
      return View.APIS.has(snapshot, scope, apiId);
    }
  }

  /// A stage that answers requests.
  public record Live(Stage stage, Definition definition) {}
}
