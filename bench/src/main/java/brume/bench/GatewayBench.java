package brume.bench;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// REST APIs over HTTP: a GET of 1 KB that a mapping template makes, and one that the stage's cache
/// has.
///
/// `brume=http://127.0.0.1:4566 connections=1,16,64 seconds=3 only=mock,cached key=… secret=…`. The
/// API is made anew in each run, and its throttles are set so high that they do not matter.
public final class GatewayBench {
  private static final List<String> LINES = List.of("mock", "cached");
  private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([a-z0-9]+)\"");
  private static final String LIMIT = "100000000";
  private static final int TEXT_CHARS = 1000;

  private final Signer signer;
  private final URI endpoint;
  private final String region;

  private GatewayBench(Options options) {
    endpoint = URI.create(options.text("brume", "http://127.0.0.1:4566"));
    region = options.text("region", "us-east-1");
    var credential =
        Credential.longTerm(
            options.text("key", "test"),
            options.text("secret", "test"),
            new Principal.Root("000000000000"));
    signer = new Signer(credential, region, "apigateway");
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(args);
    var bench = new GatewayBench(options);
    var api = bench.prepare();
    System.out.printf(
        "%-8s %12s %10s %8s %8s%n", "", "connections", "per second", "p50 µs", "p99 µs");
    for (var line : LINES) {
      for (var connections : options.text("connections", "1,16,64").split(",", -1)) {
        if (options.wanted(line)) {
          var result =
              bench.measure(api, line, Integer.parseInt(connections), options.number("seconds", 3));
          System.out.printf(
              "%-8s %12s %10.0f %8.0f %8.0f%n",
              line, connections, result.perSecond(), result.p50(), result.p99());
        }
      }
    }
  }

  private Load.Result measure(String api, String line, int count, int seconds)
      throws IOException, InterruptedException {
    var host = api + ".execute-api." + region + ".localhost:" + endpoint.getPort();
    var headers = Headers.of("Host", host);
    var request = Connection.bytes(request("GET", "/Prod/" + line, headers, ""));
    var connections = new ArrayList<Connection>();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(endpoint));
    }
    Load.Work work =
        (writer, _) -> {
          try {
            var _ = connections.get(writer).send(request);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    var _ = new Load(1).run(count, work);
    var result = new Load(seconds).run(count, work);
    for (var connection : connections) {
      connection.close();
    }
    return result;
  }

  /// An API with both paths behind the stage `Prod`.
  private String prepare() throws IOException {
    try (var connection = new Connection(endpoint)) {
      var made =
          new String(
              connection.send(signed("POST", "/restapis", "mode=import", document())),
              StandardCharsets.UTF_8);
      var matcher = ID.matcher(made);
      if (!matcher.find()) {
        throw new IOException("No API was made: " + made);
      }
      var api = matcher.group(1);
      var _ =
          connection.send(
              signed("POST", "/restapis/" + api + "/deployments", "", "{\"stageName\":\"Prod\"}"));
      var _ =
          connection.send(
              signed(
                  "PATCH",
                  "/restapis/" + api + "/stages/Prod",
                  "",
                  patches(
                      "/cacheClusterEnabled", "true",
                      "/~1cached/GET/caching/enabled", "true",
                      "/~1cached/GET/throttling/rateLimit", LIMIT,
                      "/~1cached/GET/throttling/burstLimit", LIMIT,
                      "/*/*/throttling/rateLimit", LIMIT,
                      "/*/*/throttling/burstLimit", LIMIT)));
      var _ =
          connection.send(
              signed(
                  "PATCH",
                  "/account",
                  "",
                  patches(
                      "/throttleSettings/rateLimit", LIMIT,
                      "/throttleSettings/burstLimit", LIMIT)));
      return api;
    }
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

  private static String patches(String... pathsAndValues) {
    var operations = new ArrayList<String>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      operations.add(
          "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}"
              .formatted(pathsAndValues[i], pathsAndValues[i + 1]));
    }
    return "{\"patchOperations\":[" + String.join(",", operations) + "]}";
  }

  private byte[] signed(String method, String path, String query, String body) throws IOException {
    var headers =
        Headers.of(
            "Host",
            endpoint.getHost() + ':' + endpoint.getPort(),
            "Content-Type",
            "application/json");
    var request = request(method, path, headers, body);
    var queried =
        new Request(
            method, path, query, request.headers(), request.body(), request.remote(), false);
    return Connection.bytes(signer.sign(queried, Instant.now()));
  }

  private static Request request(String method, String path, Headers headers, String body) {
    var remote = InetSocketAddress.createUnresolved("client", 0);
    return new Request(method, path, "", headers, Body.utf8(body), remote, false);
  }
}
