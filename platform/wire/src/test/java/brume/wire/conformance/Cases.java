package brume.wire.conformance;

import brume.json.Json;
import brume.shape.ErrorCode;
import brume.shape.HttpBinding;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.StructureShape;
import brume.wire.conformance.Smithy.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The cases of one service of the tests, and the service as the codecs know it.
final class Cases {
  static final Map<String, Protocol> PROTOCOLS =
      Map.of(
          "awsJson1_0", Protocol.AWS_JSON_1_0,
          "awsJson1_1", Protocol.AWS_JSON_1_1,
          "awsQuery", Protocol.AWS_QUERY,
          "ec2Query", Protocol.EC2_QUERY,
          "restJson1", Protocol.REST_JSON_1,
          "restXml", Protocol.REST_XML,
          "rpcv2Cbor", Protocol.RPC_V2_CBOR);

  /// @param error of an error's response; null for those of operations
  record Case(Json.Obj test, OperationShape<Value, Value> operation, @Nullable Failure error) {
    String id() {
      return text(test, "id");
    }
  }

  record Failure(String code, int status, @Nullable StructureShape<Value> shape)
      implements ErrorCode {}

  private final Smithy smithy;
  private final Tables tables;
  private final String protocol;
  final ServiceShape service;
  private final List<OperationShape<Value, Value>> operations = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();

  private Cases(Smithy smithy, Definition service, String protocol) {
    this.smithy = smithy;
    this.protocol = protocol;
    this.tables = new Tables(smithy, PROTOCOLS.get(protocol));
    for (var id : list(service.properties(), "operations")) {
      var definition = smithy.get(Objects.requireNonNull(id.text()));
      definitions.add(definition);
      operations.add(operation(service, definition));
    }
    var namespace = Tables.namespace(service.traits());
    boolean query = service.has("awsQueryCompatible");
    this.service =
        new ServiceShape(
            service.name().equals("AmazonS3") ? "s3" : service.name(),
            "test",
            "test",
            "",
            service.name(),
            namespace == null ? null : namespace.uri(),
            query
                ? List.of(PROTOCOLS.get(protocol), Protocol.AWS_QUERY)
                : List.of(PROTOCOLS.get(protocol)),
            List.copyOf(operations),
            List.of());
  }

  static List<Cases> all(Smithy smithy) {
    var all = new ArrayList<Cases>();
    for (var shape : smithy.shapes.values()) {
      for (var protocol : PROTOCOLS.keySet()) {
        if (shape.type().equals("service") && shape.has(protocol)) {
          all.add(new Cases(smithy, shape, protocol));
        }
      }
    }
    return all;
  }

  private OperationShape<Value, Value> operation(Definition service, Definition definition) {
    var http =
        definition.traits().get("http") instanceof Json.Obj trait && protocol.startsWith("rest")
            ? new HttpBinding(
                text(trait, "method"),
                text(trait, "uri"),
                trait.has("code") ? Integer.parseInt(text(trait, "code")) : 200)
            : HttpBinding.RPC;
    var operation =
        new OperationShape<Value, Value>(
            service.name(),
            definition.name(),
            http,
            () -> tables.structure(property(definition, "input")),
            () -> tables.structure(property(definition, "output")));
    return definition.properties().containsKey("output")
        ? operation.resultWrapper(definition.name() + "Result")
        : operation;
  }

  private static String property(Definition definition, String key) {
    var value = definition.properties().get(key);
    return value == null ? "smithy.api#Unit" : Objects.requireNonNull(value.text());
  }

  List<Case> requests() {
    return ofOperations("httpRequestTests");
  }

  List<Case> malformed() {
    return ofOperations("httpMalformedRequestTests");
  }

  private List<Case> ofOperations(String trait) {
    var cases = new ArrayList<Case>();
    for (int i = 0; i < operations.size(); i++) {
      for (var test : tests(definitions.get(i), trait)) {
        cases.add(new Case(test, operations.get(i), null));
      }
    }
    return cases;
  }

  List<Case> responses() {
    var cases = ofOperations("httpResponseTests");
    var seen = new ArrayList<String>();
    for (int i = 0; i < operations.size(); i++) {
      for (var id : list(definitions.get(i).properties(), "errors")) {
        var shape = smithy.shapes.get(Objects.requireNonNull(id.text()));
        // smithy.framework's ValidationException is in another archive, and has no tests
        if (shape != null && !seen.contains(shape.id())) {
          seen.add(shape.id());
          for (var test : tests(shape, "httpResponseTests")) {
            cases.add(new Case(test, operations.get(i), failure(shape)));
          }
        }
      }
    }
    return cases;
  }

  private Failure failure(Definition shape) {
    boolean query = protocol.contains("uery") || service.protocols().size() > 1;
    var named = shape.traits().get("awsQueryError");
    var status = shape.traits().get("httpError");
    boolean client = "client".equals(Objects.requireNonNull(shape.traits().get("error")).text());
    int code =
        status == null ? (client ? 400 : 500) : Integer.parseInt(String.valueOf(status.text()));
    return query && named instanceof Json.Obj trait
        ? new Failure(
            text(trait, "code"),
            service.protocols().size() > 1
                ? code
                : Integer.parseInt(text(trait, "httpResponseCode")),
            tables.structure(shape.id()))
        : new Failure(shape.name(), code, tables.structure(shape.id()));
  }

  private List<Json.Obj> tests(Definition definition, String trait) {
    var tests = new ArrayList<Json.Obj>();
    var all = definition.traits().get(trait);
    for (var item : all == null ? List.<Json>of() : all.list()) {
      var test = (Json.Obj) item;
      boolean ours = text(test, "protocol").endsWith('#' + protocol);
      if (ours && !"client".equals(test.has("appliesTo") ? text(test, "appliesTo") : "")) {
        tests.add(test);
      }
    }
    return tests;
  }

  private static List<Json> list(Map<String, Json> properties, String key) {
    var value = properties.get(key);
    return value == null ? List.of() : value.list();
  }

  static String text(Json.Obj object, String key) {
    var value = object.get(key);
    var text = value == null ? null : value.text();
    return text == null ? "" : text;
  }
}
