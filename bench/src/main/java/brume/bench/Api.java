package brume.bench;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.Signer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes and signs the requests to one server, before a clock starts.
///
/// Settings: `key=… secret=… region=…`.
final class Api {
  private static final String NO_LIMIT = "100000000";

  private final URI endpoint;
  private final Credential credential;
  private final String region;

  Api(URI endpoint, Options options) {
    this.endpoint = endpoint;
    region = options.text("region", "us-east-1");
    credential =
        Credential.longTerm(
            options.text("key", "test"),
            options.text("secret", "test"),
            new Principal.Root("000000000000"));
  }

  URI endpoint() {
    return endpoint;
  }

  String region() {
    return region;
  }

  Credential credential() {
    return credential;
  }

  /// Of the protocols awsJson 1.0, which DynamoDB speaks, and 1.1.
  ///
  /// @param target such as `DynamoDB_20120810.GetItem`
  byte[] json(String service, String target, String body) throws IOException {
    var version = service.equals("dynamodb") ? "1.0" : "1.1";
    var headers =
        Headers.of(
            "Host",
            host(),
            "Content-Type",
            "application/x-amz-json-" + version,
            "X-Amz-Target",
            target);
    return signed(service, "POST", "/", "", headers, Body.utf8(body));
  }

  /// Of the protocol awsQuery.
  byte[] query(String service, String... namesAndValues) throws IOException {
    var form = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      var value = URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8);
      form.add(namesAndValues[i] + '=' + value);
    }
    var headers = Headers.of("Host", host(), "Content-Type", "application/x-www-form-urlencoded");
    return signed(service, "POST", "/", "", headers, Body.utf8(String.join("&", form)));
  }

  byte[] rest(String service, String method, String path, String query, Body body)
      throws IOException {
    return signed(service, method, path, query, Headers.of("Host", host()), body);
  }

  private byte[] signed(
      String service, String method, String path, String query, Headers headers, Body body)
      throws IOException {
    var remote = InetSocketAddress.createUnresolved("client", 0);
    var request = new Request(method, path, query, headers, body, remote, false);
    return Connection.bytes(new Signer(credential, region, service).sign(request, Instant.now()));
  }

  /// A request as anybody may send it.
  static byte[] plain(String method, String path, String body, String... headers)
      throws IOException {
    var remote = InetSocketAddress.createUnresolved("client", 0);
    return Connection.bytes(
        new Request(method, path, "", Headers.of(headers), Body.utf8(body), remote, false));
  }

  private String host() {
    return endpoint.getHost() + ':' + endpoint.getPort();
  }

  /// Sends one and returns the text of its answer.
  String call(byte[] request) throws IOException {
    try (var connection = new Connection(endpoint)) {
      return new String(connection.send(request), StandardCharsets.UTF_8);
    }
  }

  /// As [#call], for what may have been done by a run before.
  void callOnce(byte[] request) {
    try {
      var _ = call(request);
    } catch (IOException done) {
      System.getLogger(Api.class.getName()).log(System.Logger.Level.DEBUG, "Not again", done);
    }
  }

  /// The first group of a pattern in an answer.
  static String find(Pattern pattern, String answer) throws IOException {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new IOException("No " + pattern + " in " + answer);
    }
    return matcher.group(1);
  }

  /// Lets an API answer as often as it can.
  ///
  /// @param stage such as `/restapis/abc123/stages/Prod`
  /// @param method as settings of a stage name it, such as `/~1cached/GET`
  void liftThrottles(String stage, String method) throws IOException {
    var ofMethod = method + "/throttling/";
    var ofStage = "/*/*/throttling/";
    var stageLimits =
        patches(
            ofStage + "rateLimit", NO_LIMIT,
            ofStage + "burstLimit", NO_LIMIT,
            ofMethod + "rateLimit", NO_LIMIT,
            ofMethod + "burstLimit", NO_LIMIT);
    var _ = call(rest("apigateway", "PATCH", stage, "", Body.utf8(stageLimits)));
    var limits =
        patches("/throttleSettings/rateLimit", NO_LIMIT, "/throttleSettings/burstLimit", NO_LIMIT);
    var _ = call(rest("apigateway", "PATCH", "/account", "", Body.utf8(limits)));
  }

  /// The body of an update of API Gateway.
  static String patches(String... pathsAndValues) {
    List<String> operations = new ArrayList<>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      operations.add(
          "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}"
              .formatted(pathsAndValues[i], pathsAndValues[i + 1]));
    }
    return "{\"patchOperations\":[" + String.join(",", operations) + "]}";
  }
}
