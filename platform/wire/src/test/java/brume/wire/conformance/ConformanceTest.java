package brume.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.shape.HttpBinding;
import brume.shape.OperationShape;
import brume.wire.Codec;
import brume.wire.Router;
import brume.wire.Target;
import brume.wire.conformance.Cases.Case;
import brume.wire.validate.Validator;
import brume.wire.value.MalformedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The protocol tests of Smithy, as far as they concern servers.
///
/// `exceptions.csv` names the cases that do not hold, and why; one that holds may not be listed.
final class ConformanceTest {
  private static final String REQUEST_ID = "X-Amzn-Requestid";

  private final Exceptions exceptions = Exceptions.read();
  private final List<Cases> services = Cases.all(Smithy.load());

  private interface Check {
    void of(Cases cases, Case one) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> requests() {
    return tests("request ", Cases::requests, ConformanceTest::request);
  }

  @TestFactory
  Stream<DynamicTest> responses() {
    return tests("response ", Cases::responses, ConformanceTest::response);
  }

  @TestFactory
  Stream<DynamicTest> malformedRequests() {
    return tests(
        "malformed ",
        cases ->
            cases.malformed().stream().flatMap(one -> Parameters.expand(one).stream()).toList(),
        ConformanceTest::malformed);
  }

  private interface Listing {
    List<Case> of(Cases cases);
  }

  private Stream<DynamicTest> tests(String kind, Listing listing, Check check) {
    return services.stream()
        .flatMap(
            cases ->
                listing.of(cases).stream()
                    .map(
                        one ->
                            DynamicTest.dynamicTest(
                                one.id(),
                                () ->
                                    exceptions.run(kind + one.id(), () -> check.of(cases, one)))));
  }

  private static void request(Cases cases, Case one) throws IOException {
    var target = target(cases, one);
    var params = one.test().get("params");
    var wanted = Params.of(params == null ? Json.Obj.EMPTY : params, one.operation().input());
    assertThat(text(decode(target, one, sent(one.test())))).isEqualTo(text(wanted));
  }

  /// A few cases leave out the header or parameter that names their operation.
  private static Target target(Cases cases, Case one) throws IOException {
    var request = sent(one.test());
    var target = new Router(cases.service).route(request);
    if (target == null && one.operation().http().equals(HttpBinding.RPC)) {
      assertThat(request.headers().has("x-amz-target")).isFalse();
      return new Target(one.operation(), cases.service.protocols().getFirst(), Map.of());
    }
    assertThat(target).isNotNull();
    assertThat(target.operation().name()).isEqualTo(one.operation().name());
    return target;
  }

  /// Streams are compared by what they hold.
  private static List<Object> text(Value value) throws IOException {
    var members = new ArrayList<Object>();
    for (var member : value.members()) {
      members.add(
          member instanceof Body body
              ? new String(body.open().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              : String.valueOf(member));
    }
    return members;
  }

  private static Value decode(Target target, Case one, Request request) throws IOException {
    OperationShape<Value, Value> operation = one.operation();
    return Codec.of(target.protocol()).decode(operation, request, target.labels());
  }

  private static void response(Cases cases, Case one) throws IOException {
    var test = one.test();
    var params = Objects.requireNonNullElse(test.get("params"), Json.Obj.EMPTY);
    var codec = Codec.of(cases.service.protocols().getFirst());
    var error = one.error();
    Response answer;
    var requestId = requestId(test);
    if (error == null) {
      var output = Params.of(params, one.operation().output());
      answer = codec.encode(cases.service, one.operation(), output, requestId);
    } else {
      var shape = Objects.requireNonNull(error.shape());
      var detail = Params.of(params, shape);
      int message = Math.max(shape.indexOf("message"), shape.indexOf("Message"));
      var text = message < 0 ? "" : String.valueOf(detail.member(message));
      answer = codec.encodeError(cases.service, error, text, detail, requestId);
    }
    assertThat(answer.status()).isEqualTo(Integer.parseInt(Cases.text(test, "code")));
    if (test.get("headers") instanceof Json.Obj headers) {
      headers
          .fields()
          .forEach(
              (name, value) -> assertThat(header(answer, name)).as(name).isEqualTo(value.text()));
    }
    if (test.get("forbidHeaders") instanceof Json.Arr names) {
      names.items().forEach(name -> assertThat(answer.headers().all(name.text())).isEmpty());
    }
    if (test.has("body")) {
      var type = Cases.text(test, "bodyMediaType");
      var wanted = Bodies.bytes(test);
      var actual = answer.body().open().readAllBytes();
      assertThat(Bodies.canonical(actual, type)).isEqualTo(Bodies.canonical(wanted, type));
    }
  }

  private static String requestId(Json.Obj test) {
    return test.get("headers") instanceof Json.Obj headers && headers.has(REQUEST_ID)
        ? Cases.text(headers, REQUEST_ID)
        : "foo-id";
  }

  /// The HTTP server writes the length.
  private static String header(Response answer, String name) {
    return name.equalsIgnoreCase("content-length")
        ? Long.toString(answer.body().length())
        : String.join(", ", answer.headers().all(name));
  }

  private static void malformed(Cases cases, Case one) throws IOException {
    var request = sent((Json.Obj) Objects.requireNonNull(one.test().get("request")));
    var wanted = (Json.Obj) Objects.requireNonNull(one.test().get("response"));
    var type =
        wanted.get("headers") instanceof Json.Obj headers
            ? Cases.text(headers, "x-amzn-errortype")
            : "";
    assertThat(refusal(cases, one, request)).isEqualTo(type);
  }

  private static String refusal(Cases cases, Case one, Request request) throws IOException {
    try {
      var target = new Router(cases.service).route(request);
      if (target == null) {
        return "UnknownOperationException";
      }
      return Validator.check(decode(target, one, request)) == null ? "" : "ValidationException";
    } catch (MalformedException malformed) {
      return switch (malformed.flaw()) {
        case CONTENT -> "SerializationException";
        case MEDIA_TYPE -> "UnsupportedMediaTypeException";
        case NOT_ACCEPTABLE -> "NotAcceptableException";
      };
    }
  }

  private static Request sent(Json.Obj test) {
    var uri = Cases.text(test, "uri");
    int mark = uri.indexOf('?');
    var query = new ArrayList<String>();
    if (mark >= 0) {
      query.add(uri.substring(mark + 1));
    }
    if (test.get("queryParams") instanceof Json.Arr parameters) {
      parameters.items().forEach(parameter -> query.add(parameter.text()));
    }
    var headers = new ArrayList<Headers.Field>();
    if (test.get("headers") instanceof Json.Obj fields) {
      fields.fields().forEach((name, value) -> headers.add(new Headers.Field(name, value.text())));
    }
    return new Request(
        Cases.text(test, "method"),
        mark < 0 ? uri : uri.substring(0, mark),
        String.join("&", query),
        Headers.of(headers),
        Body.of(Bodies.bytes(test)),
        InetSocketAddress.createUnresolved("localhost", 0),
        false);
  }
}
