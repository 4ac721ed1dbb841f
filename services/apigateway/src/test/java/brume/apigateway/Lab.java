package brume.apigateway;

import brume.apigateway.gateway.Upstream;
import brume.base.Body;
import brume.base.Bytes;
import brume.frontdoor.pipeline.SiteGate;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.http.client.Outgoing;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.SignatureVerifier;
import brume.identity.signature.Signer;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.ImportRestApiRequest;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.Job;
import brume.service.Metering;
import brume.service.Platform;
import brume.service.ResourceType;
import brume.service.Site;
import brume.testing.Local;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  public final Map<String, Credential> credentials = new HashMap<>();
  public final List<Access> asked = new ArrayList<>();
  public Authorizer policies = (_, _) -> {};

  /// The sums of all values of metrics, such as of `Count{ApiName=lab}`.
  public final Map<String, Double> counted = new ConcurrentHashMap<>();

  private final Site site;
  private final List<ResourceType> types;
  private final List<Job> jobs;

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
    var gate =
        new SiteGate(
            new SignatureVerifier((id, _) -> credentials.get(id), 1 << 20),
            (call, access) -> {
              asked.add(access);
              policies.authorize(call, access);
            });
    var services = ApiGateway.services(local.store, upstream, gate);
    services.forEach(local::add);
    site = services.stream().flatMap(service -> service.sites().stream()).findFirst().orElseThrow();
    jobs = services.stream().flatMap(service -> service.jobs().stream()).toList();
    types = services.stream().flatMap(service -> service.resourceTypes().stream()).toList();
  }

  public List<ResourceType> resourceTypes() {
    return types;
  }

  private Platform platform() {
    return new Platform(
        local,
        (id, _) -> credentials.get(id),
        local.ids,
        local.clock,
        local.platform.endpoint(),
        Metering.NONE,
        (subject, name, _, value) ->
            counted.merge(name + new TreeMap<>(subject.dimensions()), value, Double::sum));
  }

  /// Does what the services do by themselves from time to time.
  public void runJobs() {
    for (var job : jobs) {
      try {
        job.run(platform().call(new Principal.Root(Local.SCOPE.account()), Local.SCOPE));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// The event of the latest invocation.
  public Json.Obj event() {
    return (Json.Obj) Json.parse(invoked.getLast().payload().toUtf8());
  }

  public Response send(String api, Request request) {
    try {
      var call = platform().call(Principal.anonymous(), Local.SCOPE);
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

  /// A request signed by a new access key of a principal.
  public Request signed(Request request, Principal principal) {
    var credential = Credential.longTerm("AKIATEST", "secret", principal);
    credentials.put(credential.accessKeyId(), credential);
    return new Signer(credential, "us-east-1", "execute-api").sign(request, local.clock.instant());
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

  /// A document with a security scheme `guard` that the operations of its paths may name.
  public static String guarded(String scheme, String paths) {
    return document(paths)
        .replace("\"paths\"", "\"securityDefinitions\": {\"guard\": " + scheme + "}, \"paths\"");
  }

  /// An operation that proxies the function for those whom the scheme `guard` lets.
  public static final String GUARDED =
      "{\"responses\": {}, \"security\": [{\"guard\": []}], "
          + "\"x-amazon-apigateway-integration\": {\"type\": \"aws_proxy\","
          + " \"httpMethod\": \"POST\", \"uri\": \""
          + URI
          + "\"}}";

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
