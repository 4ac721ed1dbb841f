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
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
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

  /// @param canary null where the stage has none
  private record Known(Lane main, @Nullable Lane canary, double percent) {
    static Known of(RestApis.Live live) {
      var stage = live.stage();
      var settings = stage.canarySettings();
      var main = new Lane(stage, Plan.of(live.definition(), stage));
      if (settings == null || live.canary() == null || settings.percentTraffic() == null) {
        return new Known(main, null, 0);
      }
      var variables =
          new HashMap<>(stage.variables() == null ? Map.<String, String>of() : stage.variables());
      if (settings.stageVariableOverrides() != null) {
        variables.putAll(settings.stageVariableOverrides());
      }
      boolean caches = Boolean.TRUE.equals(settings.useStageCache());
      var tried =
          stage.toBuilder()
              .deploymentId(settings.deploymentId())
              .variables(variables)
              .cacheClusterEnabled(caches && Boolean.TRUE.equals(stage.cacheClusterEnabled()))
              .build();
      return new Known(
          main, new Lane(tried, Plan.of(live.canary(), tried)), settings.percentTraffic());
    }

    Lane lane(Call call) {
      if (canary == null) {
        return main;
      }
      int drawn = ByteBuffer.wrap(call.ids().bytes(Integer.BYTES)).getInt() & Integer.MAX_VALUE;
      return (double) drawn / Integer.MAX_VALUE * PERCENT < percent ? canary : main;
    }
  }

  private static final double PERCENT = 100;

  /// A stage with what it answers.
  private record Lane(Stage stage, Plan plan) {}

  @Override
  public @Nullable Response serve(Call call, String apiId, Request request) throws IOException {
    int slash = request.path().indexOf('/', 1);
    var stage = slash < 0 ? request.path().substring(1) : request.path().substring(1, slash);
    var path = slash < 0 ? "/" : request.path().substring(slash);
    var live = live(call.scope(), apiId, stage);
    if (live == null) {
      return apis.has(call.scope(), apiId) ? forbidden(call) : null;
    }
    var lane = live.lane(call);
    return new Execution(call, lane.stage, lane.plan, engine).serve(request, path);
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
              return live == null ? null : Known.of(live);
            });
  }
}
