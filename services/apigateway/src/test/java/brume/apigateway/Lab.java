package brume.apigateway;

import brume.apigateway.gateway.Upstream;
import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.http.client.Outgoing;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.ImportRestApiRequest;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.service.Site;
import brume.testing.Local;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// API Gateway in memory, with a function of which a test says what it answers.
public final class Lab {
  public static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:hello";
  public static final String URI =
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/" + FUNCTION + "/invocations";

  public final Local local = new Local();
  public final List<Call> callers = new ArrayList<>();
  public final List<InvocationRequest> invoked = new ArrayList<>();
  public final List<Outgoing> sent = new ArrayList<>();
  public String answer = "{\"statusCode\": 200, \"body\": \"hi\"}";
  public Function<InvocationRequest, InvocationResponse> function =
      _ -> InvocationResponse.builder().statusCode(200).payload(Bytes.utf8(answer)).build();
  public Upstream server = (_, _) -> Response.of(200, "text/plain", "from the server");

  private final Site site;

  public Lab() {
    local.answer(
        LambdaModel.INVOKE,
        (call, input) -> {
          callers.add(call);
          invoked.add(input);
          return function.apply(input);
        });
    Upstream upstream =
        (request, limit) -> {
          sent.add(request);
          return server.send(request, limit);
        };
    var services = ApiGateway.services(local.store, upstream);
    services.forEach(local::add);
    site = services.stream().flatMap(service -> service.sites().stream()).findFirst().orElseThrow();
  }

  /// The event of the latest invocation.
  public Json.Obj event() {
    return (Json.Obj) Json.parse(invoked.getLast().payload().toUtf8());
  }

  public Response send(String api, Request request) {
    try {
      var call = local.platform.call(Principal.anonymous(), Local.SCOPE);
      return site.serve(call, api, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Response get(String api, String target) {
    return send(api, request("GET", target, "", "Host", host(api)));
  }

  public static String host(String api) {
    return api + ".execute-api.us-east-1.localhost:4566";
  }

  /// @param target the path with its query
  public static Request request(String method, String target, String body, String... headers) {
    var parts = target.split("\\?", 2);
    return new Request(
        method,
        parts[0],
        parts.length > 1 ? parts[1] : "",
        Headers.of(headers),
        Body.utf8(body),
        new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 5000),
        false);
  }

  public static String text(Response response) {
    try (var in = response.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A value deep in a JSON tree, by the names on the way.
  public static Json at(Json json, String... names) {
    var at = json;
    for (var name : names) {
      at = ((Json.Obj) at).get(name);
    }
    return at;
  }

  /// Makes an API of a document and puts it behind the stage `Prod`.
  public String deployed(String document) {
    var api = imported(document);
    deploy(api, "Prod");
    return api;
  }

  public String imported(String document) {
    return local
        .invoke(
            ApiGatewayModel.IMPORT_REST_API,
            ImportRestApiRequest.builder().body(Bytes.utf8(document)).build())
        .id();
  }

  public String deploy(String api, String stage) {
    return local
        .invoke(
            ApiGatewayModel.CREATE_DEPLOYMENT,
            CreateDeploymentRequest.builder().restApiId(api).stageName(stage).build())
        .id();
  }

  /// A document with these paths, each `"path": {…}`; `URI` in it becomes the function's.
  public static String document(String paths) {
    return "{\"swagger\": \"2.0\", \"info\": {\"title\": \"t\", \"version\": \"1.0\"}, \"paths\": {"
        + paths.replace("$URI", URI)
        + "}}";
  }

  /// An operation that proxies the function.
  public static final String PROXY =
      "{\"responses\": {}, \"x-amazon-apigateway-integration\": {\"type\": \"aws_proxy\","
          + " \"httpMethod\": \"POST\", \"uri\": \""
          + URI
          + "\"}}";
}
