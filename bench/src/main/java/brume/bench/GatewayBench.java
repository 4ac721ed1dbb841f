package brume.bench;

import brume.base.Body;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// REST APIs over HTTP: a GET of 1 KB that a mapping template makes, and one that the stage's cache
/// has.
///
/// Settings: `connections=1,16,64 seconds=2 only=mock,cached`. The API is made for the run, and its
/// throttles are set so high that they do not matter.
final class GatewayBench {
  private static final List<String> LINES = List.of("mock", "cached");
  private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([a-z0-9]+)\"");
  private static final int TEXT_CHARS = 1000;

  private final Api api;

  private GatewayBench(Api api) {
    this.api = api;
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    var api = new Api(options.brume(), options);
    var bench = new GatewayBench(api);
    var id = bench.prepare();
    var host = id + ".execute-api." + api.region() + ".localhost:" + api.endpoint().getPort();
    var sending = new Sending(api.endpoint(), options.number("seconds", 2));
    for (var line : LINES) {
      var requests = List.of(Api.plain("GET", "/Prod/" + line, "", "Host", host));
      for (int count : options.connections("1,16,64")) {
        if (options.wanted(line)) {
          var result = sending.measure(count, requests, Connection::send);
          section.add(new Section.Figure(line, "", count, result, ""));
        }
      }
    }
    var _ = bench.call("DELETE", "/restapis/" + id, "", "");
  }

  /// An API with both paths behind the stage `Prod`.
  private String prepare() throws IOException {
    var id = Api.find(ID, call("POST", "/restapis", "mode=import", document()));
    var _ = call("POST", "/restapis/" + id + "/deployments", "", "{\"stageName\":\"Prod\"}");
    var stage = "/restapis/" + id + "/stages/Prod";
    var _ =
        call(
            "PATCH",
            stage,
            "",
            Api.patches("/cacheClusterEnabled", "true", "/~1cached/GET/caching/enabled", "true"));
    api.liftThrottles(stage, "/~1cached/GET");
    return id;
  }

  private String call(String method, String path, String query, String body) throws IOException {
    return api.call(api.rest("apigateway", method, path, query, Body.utf8(body)));
  }

  private static String document() {
    var operation =
        """
        {"get": {"responses": {"200": {"description": "d"}},
          "x-amazon-apigateway-integration": {"type": "mock",
            "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
            "responses": {"default": {"statusCode": "200",
              "responseTemplates": {"application/json": "{\\"text\\": \\"%s\\"}"}}}}}}
        """
            .formatted("x".repeat(TEXT_CHARS));
    return "{\"swagger\":\"2.0\",\"info\":{\"title\":\"bench\"},\"paths\":{\"/mock\":"
        + operation
        + ",\"/cached\":"
        + operation
        + "}}";
  }
}
