package brume.apigatewayv2.execution;

import brume.apigateway.gateway.ApiSite;
import brume.apigateway.gateway.Upstream;
import brume.apigatewayv2.data.HttpApis;
import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Answers for HTTP APIs. What a stage's deployment says is compiled once and kept until the stage
/// is another.
public final class HttpSite implements ApiSite {
  private static final String DEFAULT = "$default";

  /// Compiled stages that are kept.
  private static final int MAX_KNOWN = 1_000;

  private final HttpApis apis;
  private final Upstream upstream;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public HttpSite(HttpApis apis, Upstream upstream) {
    this.apis = apis;
    this.upstream = upstream;
  }

  /// @param plan null as long as the stage has no deployment
  private record Known(byte[] stored, @Nullable Stage stage, @Nullable HttpPlan plan) {}

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
    if (live == null || live.stage == null || live.plan == null) {
      return HttpExecution.message(404, "Not Found");
    }
    return new HttpExecution(call, live.stage, live.plan, upstream).serve(request, rest);
  }

  private @Nullable Known live(Scope scope, String apiId, String stage) {
    var stored = apis.storedStage(scope, apiId, stage);
    if (stored == null) {
      return null;
    }
    var key = scope.account() + ' ' + scope.region() + ' ' + apiId + ' ' + stage;
    var before = known.get(key);
    if (before != null && Arrays.equals(before.stored, stored)) {
      return before;
    }
    var live = apis.live(scope, apiId, stage);
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    var compiled =
        live == null
            ? new Known(stored, null, null)
            : new Known(stored, live.stage(), HttpPlan.of(live));
    known.put(key, compiled);
    return compiled;
  }
}
