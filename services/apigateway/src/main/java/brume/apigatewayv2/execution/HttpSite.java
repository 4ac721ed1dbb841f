package brume.apigatewayv2.execution;

import brume.apigateway.authorizer.Guards;
import brume.apigateway.gateway.ApiSite;
import brume.apigateway.gateway.CompiledStages;
import brume.apigateway.gateway.Upstream;
import brume.apigatewayv2.data.HttpApis;
import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers for HTTP APIs. What a stage's deployment says is compiled once and kept until the stage
/// is another.
public final class HttpSite implements ApiSite {
  private static final String DEFAULT = "$default";

  private final HttpApis apis;
  private final Upstream upstream;
  private final Guards guards;
  private final CompiledStages<Known> known = new CompiledStages<>();

  public HttpSite(HttpApis apis, Upstream upstream, Guards guards) {
    this.apis = apis;
    this.upstream = upstream;
    this.guards = guards;
  }

  private record Known(Stage stage, HttpPlan plan) {}

  @Override
  public @Nullable Response serve(Call call, String apiId, Request request) throws IOException {
    var path = request.path();
    int slash = path.indexOf('/', 1);
    var first = slash < 0 ? path.substring(1) : path.substring(1, slash);
    var live = first.isEmpty() ? null : live(call.scope(), apiId, first);
    var rest = slash < 0 ? "/" : path.substring(slash);
    if (live == null) {
      live = live(call.scope(), apiId, DEFAULT);
      rest = path;
    }
    if (live == null && !apis.has(call.scope(), apiId)) {
      return null;
    }
    if (live == null) {
      return Denial.message(404, "Not Found");
    }
    return new HttpExecution(call, live.stage, live.plan, upstream, guards).serve(request, rest);
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
              return live == null ? null : new Known(live.stage(), HttpPlan.of(live));
            });
  }
}
