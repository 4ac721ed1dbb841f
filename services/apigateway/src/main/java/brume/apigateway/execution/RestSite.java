package brume.apigateway.execution;

import brume.apigateway.data.RestApis;
import brume.apigateway.gateway.ApiSite;
import brume.apigateway.gateway.CompiledStages;
import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.model.apigateway.Stage;
import brume.service.Call;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers for REST APIs. What a stage's deployment says is compiled once and kept until the stage
/// is another.
public final class RestSite implements ApiSite {
  private final RestApis apis;
  private final Engine engine;
  private final CompiledStages<Known> known = new CompiledStages<>();

  public RestSite(RestApis apis, Engine engine) {
    this.apis = apis;
    this.engine = engine;
  }

  private record Known(Stage stage, Plan plan) {}

  @Override
  public @Nullable Response serve(Call call, String apiId, Request request) throws IOException {
    int slash = request.path().indexOf('/', 1);
    var stage = slash < 0 ? request.path().substring(1) : request.path().substring(1, slash);
    var path = slash < 0 ? "/" : request.path().substring(slash);
    var live = live(call.scope(), apiId, stage);
    if (live == null) {
      return apis.has(call.scope(), apiId) ? forbidden(call) : null;
    }
    return new Execution(call, live.stage, live.plan, engine).serve(request, path);
  }

  private static Response forbidden(Call call) {
    return Response.of(403, "application/json", "{\"message\":\"Forbidden\"}")
        .with("x-amzn-ErrorType", "ForbiddenException")
        .with("x-amzn-RequestId", call.requestId());
  }

  private @Nullable Known live(Scope scope, String apiId, String stage) {
    var stored = apis.storedStage(scope, apiId, stage);
    return stored == null
        ? null
        : known.get(
            scope,
            apiId,
            stage,
            stored,
            () -> {
              var live = apis.live(scope, apiId, stage);
              return live == null
                  ? null
                  : new Known(live.stage(), Plan.of(live.definition(), live.stage()));
            });
  }
}
