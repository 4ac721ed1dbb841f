package brume.apigateway.execution;

import brume.apigateway.accesslog.AccessLogs;
import brume.apigateway.accesslog.Destination;
import brume.http.Response;
import brume.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What the access log of a stage tells of a request.
///
/// Source: API Gateway Developer Guide, "Variables for access logging for API Gateway".
///
/// @param failed null where the response is not the API's own
/// @param integration null where nothing behind the API was asked
record AccessRecord(
    Engine engine,
    Exchange exchange,
    Response response,
    @Nullable Failure failed,
    @Nullable Integration integration) {
  /// What is behind the API.
  record Integration(Duration latency) {}

  void write() {
    var settings = exchange.stage().accessLogSettings();
    var format = settings == null ? null : settings.format();
    var arn = settings == null ? null : settings.destinationArn();
    var destination = arn == null ? null : Destination.of(arn).orElse(null);
    if (format == null || destination == null) {
      return;
    }
    var call = exchange.call();
    var role = engine.account().get(call.scope()).cloudwatchRoleArn();
    engine
        .logs()
        .add(
            new AccessLogs.Stream(
                call.scope(), exchange.apiId(), exchange.stageName(), destination, role),
            format,
            context(),
            call.now());
  }

  private Json.Obj context() {
    var call = exchange.call();
    var told = new LinkedHashMap<>(RestEvent.context(exchange).fields());
    told.put("status", Json.of(response.status()));
    told.put("responseLength", Json.of(Math.max(0, response.body().length())));
    var latency = Duration.between(call.now(), call.platform().clock().instant());
    told.put("responseLatency", Json.of(latency.toMillis()));
    if (integration != null) {
      var millis = Json.of(integration.latency().toMillis());
      told.put("integrationLatency", millis);
      told.put("integration", Json.object("latency", millis));
    }
    if (failed != null) {
      told.put(
          "error",
          Json.object(
              "message", Json.of(failed.message()),
              "messageString", Json.of(Json.of(failed.message()).print()),
              "responseType", Json.of(failed.type().name()),
              "validationErrorString", Json.of(failed.detail())));
    }
    return new Json.Obj(told);
  }
}
