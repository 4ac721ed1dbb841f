package brume.apigateway.data;

import static brume.model.apigateway.ApiGatewayError.LIMIT_EXCEEDED_EXCEPTION;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Missing;
import brume.apigateway.revision.ApiLibrary;
import brume.base.Scope;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.Stage;
import brume.service.record.Records;
import brume.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// REST APIs in the store.
public final class RestApis {
  /// Source: "Amazon API Gateway quotas", regional APIs per Region.
  private static final int MAX_APIS = 600;

  private final ApiLibrary<RestApi> library;

  public RestApis(Store store) {
    library =
        new ApiLibrary<>(
            store,
            new Records<>("apigateway.api", RestApi.SHAPE),
            new Records<>("apigateway.frozen", RestApi.SHAPE),
            Kind.ALL,
            Missing::api);
  }

  /// Makes an API of its whole definition.
  public RestApi create(Scope scope, Definition definition) {
    var id = Objects.requireNonNull(definition.api().id());
    return library.transact(
        scope,
        id,
        transaction -> {
          if (library.apis().all(transaction, scope).size() >= MAX_APIS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Maximum number of APIs for this account has been reached: " + MAX_APIS);
          }
          library.apis().put(transaction, definition.api(), scope, id);
          new Draft(library, transaction, scope, id).add(definition);
          return definition.api();
        });
  }

  public List<RestApi> all(Scope scope) {
    return library.all(scope);
  }

  public boolean has(Scope scope, String apiId) {
    return library.has(scope, apiId);
  }

  /// Throws the refusal of an unknown API.
  public <T> T read(Scope scope, String apiId, Function<View, T> body) {
    try (var snapshot = library.store().snapshot()) {
      return body.apply(new RestView(library, snapshot, scope, apiId));
    }
  }

  /// Runs `body` alone on the API; what it writes is committed together. Throws the refusal of an
  /// unknown API.
  public <T> T change(Scope scope, String apiId, Function<Draft, T> body) {
    return library.transact(
        scope, apiId, transaction -> body.apply(new Draft(library, transaction, scope, apiId)));
  }

  /// The bytes of a stage as it is kept; null when there is none. They change when the stage does.
  public byte @Nullable [] storedStage(Scope scope, String apiId, String stage) {
    return library.stored(scope, apiId, Kind.STAGE, stage);
  }

  /// A stage and what its deployment froze; null when there is none. Throws the refusal of an
  /// unknown API.
  public @Nullable Live live(Scope scope, String apiId, String stage) {
    try (var snapshot = library.store().snapshot()) {
      var view = new RestView(library, snapshot, scope, apiId);
      var found = view.find(Kind.STAGE, stage);
      var deployment = found == null ? null : found.deploymentId();
      var frozen = deployment == null ? null : view.frozen(deployment);
      var canary = found == null ? null : found.canarySettings();
      var tried =
          canary == null || canary.deploymentId() == null
              ? null
              : view.frozen(canary.deploymentId());
      return found == null || frozen == null ? null : new Live(found, frozen, tried);
    }
  }

  /// A stage that answers requests.
  ///
  /// @param canary what its canary answers with; null where it has none
  public record Live(Stage stage, Definition definition, @Nullable Definition canary) {}
}
