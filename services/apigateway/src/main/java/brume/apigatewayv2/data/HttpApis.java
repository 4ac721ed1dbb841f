package brume.apigatewayv2.data;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;
import static brume.model.apigatewayv2.ApiGatewayV2Error.NOT_FOUND_EXCEPTION;

import brume.apigateway.revision.ApiDraft;
import brume.apigateway.revision.ApiLibrary;
import brume.apigateway.revision.ApiView;
import brume.base.Scope;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import brume.service.record.Records;
import brume.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// HTTP APIs in the store. With every change, the stages that deploy by themselves follow.
public final class HttpApis {
  /// Source: "Amazon API Gateway quotas", HTTP APIs per Region.
  private static final int MAX_APIS = 600;

  private final ApiLibrary<Api> library;

  public HttpApis(Store store) {
    library =
        new ApiLibrary<>(
            store,
            new Records<>("apigatewayv2.api", Api.SHAPE),
            new Records<>("apigatewayv2.frozen", Api.SHAPE),
            Kind.ALL,
            (scope, id) ->
                NOT_FOUND_EXCEPTION.because(
                    "Invalid API identifier specified " + scope.account() + ':' + id));
  }

  /// Makes an API and what `body` adds to it.
  public Api create(Call call, Api api, Consumer<ApiDraft<Api>> body) {
    var scope = call.scope();
    var id = Objects.requireNonNull(api.apiId());
    return library.transact(
        scope,
        id,
        transaction -> {
          if (library.apis().all(transaction, scope).size() >= MAX_APIS) {
            throw BAD_REQUEST_EXCEPTION.because(
                "Maximum number of APIs for this account has been reached: " + MAX_APIS);
          }
          library.apis().put(transaction, api, scope, id);
          var draft = new ApiDraft<>(library, transaction, scope, id);
          body.accept(draft);
          Deployments.follow(draft, call);
          return draft.api();
        });
  }

  public List<Api> all(Scope scope) {
    return library.all(scope);
  }

  public boolean has(Scope scope, String apiId) {
    return library.has(scope, apiId);
  }

  /// Throws the refusal of an unknown API.
  public <T> T read(Scope scope, String apiId, Function<ApiView<Api>, T> body) {
    try (var snapshot = library.store().snapshot()) {
      return body.apply(new ApiView<>(library, snapshot, scope, apiId));
    }
  }

  /// Runs `body` alone on the API; what it writes is committed together, and the stages that deploy
  /// by themselves with it. Throws the refusal of an unknown API.
  public <T> T change(Call call, String apiId, Function<ApiDraft<Api>, T> body) {
    return library.transact(
        call.scope(),
        apiId,
        transaction -> {
          var draft = new ApiDraft<>(library, transaction, call.scope(), apiId);
          var result = body.apply(draft);
          Deployments.follow(draft, call);
          return result;
        });
  }

  public void delete(Scope scope, String apiId) {
    library.transact(
        scope,
        apiId,
        transaction -> {
          var draft = new ApiDraft<>(library, transaction, scope, apiId);
          var deployments = draft.all(Kind.DEPLOYMENT);
          draft.deleteApi(
              deployments.stream().map(each -> String.valueOf(each.deploymentId())).toList());
          return draft.api();
        });
  }

  /// The bytes of a stage as it is kept; null when there is none. They change when the stage does.
  public byte @Nullable [] storedStage(Scope scope, String apiId, String stage) {
    return library.stored(scope, apiId, Kind.STAGE, stage);
  }

  /// A stage and what its deployment froze; null when it has no deployment. Throws the refusal of
  /// an unknown API.
  public @Nullable Live live(Scope scope, String apiId, String stage) {
    try (var snapshot = library.store().snapshot()) {
      var view = new ApiView<>(library, snapshot, scope, apiId);
      var found = view.find(Kind.STAGE, stage);
      var deployment = found == null ? null : found.deploymentId();
      var api = deployment == null ? null : view.frozenApi(deployment);
      return found == null || deployment == null || api == null
          ? null
          : new Live(
              found,
              api,
              view.all(Kind.ROUTE, deployment),
              view.all(Kind.INTEGRATION, deployment),
              view.all(Kind.AUTHORIZER, deployment));
    }
  }

  /// A stage that answers requests.
  public record Live(
      Stage stage,
      Api api,
      List<Route> routes,
      List<Integration> integrations,
      List<Authorizer> authorizers) {}
}
