package brume.modelgen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes `<Stem>Model`: the service and its operations as constants.
record ServiceSource(Model model) {
  String source() {
    var type = model.stem() + "Model";
    var text = new JavaText();
    text.line("package %s;", model.packageName()).empty();
    text.line("@org.jspecify.annotations.NullMarked").line("public final class %s {", type);
    text.line("  private %s() {}", type).empty();
    model.operations().forEach((name, node) -> operation(text, name, node));
    text.line("  public static final brume.shape.ServiceShape SERVICE =");
    text.line("      new brume.shape.ServiceShape(%s);", join(facts())).empty();
    text.line("  private static java.util.List<brume.shape.OperationShape<?, ?>> operations() {");
    text.line(
        "    return java.util.List.of(%s);",
        join(model.operations().keySet().stream().map(Names::constant).toList()));
    return text.line("  }").line("}").toString();
  }

  private static String join(List<String> parts) {
    return String.join(",\n        ", parts);
  }

  /// The arguments of [brume.shape.ServiceShape]'s constructor.
  private List<String> facts() {
    var metadata = model.metadata();
    var prefix = metadata.text("endpointPrefix", model.id());
    return List.of(
        JavaText.literal(model.id()),
        JavaText.literal(metadata.text("signingName", prefix)),
        JavaText.literal(prefix),
        JavaText.literal(metadata.text("apiVersion", "")),
        JavaText.literal(metadata.text("targetPrefix")),
        JavaText.literal(namespace(metadata)),
        "java.util.List.of(" + protocols(metadata) + ")",
        "operations()",
        "java.util.List.of(" + model.stem() + "Error.values())");
  }

  private void operation(JavaText text, String name, Node node) {
    var input = Model.inputName(name, node);
    var output = Model.outputName(name, node);
    var types = "<" + Names.type(input) + ", " + Names.type(output) + ">";
    text.line(
        "  public static final brume.shape.OperationShape%s %s =", types, Names.constant(name));
    text.line(
        "      brume.shape.OperationShape.%sof(%s, %s, %s, Shapes.RECORDS, %s, %s)%s;",
        types,
        JavaText.literal(model.id()),
        JavaText.literal(name),
        http(node.node("http")),
        model.structures().indexOf(input),
        model.structures().indexOf(output),
        refinements(node));
    text.empty();
  }

  private static String refinements(Node operation) {
    var wrapper = operation.node("output").text("resultWrapper");
    return ("none".equals(operation.text("authtype")) ? ".asUnsigned()" : "")
        + (wrapper == null ? "" : ".resultWrapper(" + JavaText.literal(wrapper) + ")");
  }

  private static String http(Node http) {
    var method = http.text("method", "POST");
    var uri = http.text("requestUri", "/");
    var status = http.text("responseCode", "200");
    return method.equals("POST") && uri.equals("/") && status.equals("200")
        ? "brume.shape.HttpBinding.RPC"
        : "new brume.shape.HttpBinding(%s, %s, %s)"
            .formatted(JavaText.literal(method), JavaText.literal(uri), status);
  }

  private static String protocols(Node metadata) {
    var all = Model.protocols(metadata);
    var jsonVersion = metadata.text("jsonVersion", "1.1");
    return String.join(
        ", ",
        all.stream().map(name -> "brume.shape.Protocol." + protocol(name, jsonVersion)).toList());
  }

  /// The protocols that botocore names, as [brume.shape.Protocol] does.
  private static String protocol(String name, String jsonVersion) {
    return switch (name) {
      case "json" -> jsonVersion.equals("1.0") ? "AWS_JSON_1_0" : "AWS_JSON_1_1";
      case "query" -> "AWS_QUERY";
      case "ec2" -> "EC2_QUERY";
      case "rest-json" -> "REST_JSON_1";
      case "rest-xml" -> "REST_XML";
      case "smithy-rpc-v2-cbor" -> "RPC_V2_CBOR";
      default -> throw new IllegalArgumentException("Unknown protocol " + name);
    };
  }

  /// Models of the ec2 protocol do not say it, though replies have it.
  private static @Nullable String namespace(Node metadata) {
    var given = metadata.text("xmlNamespace");
    return given == null && "ec2".equals(metadata.text("protocol"))
        ? "http://ec2.amazonaws.com/doc/" + metadata.text("apiVersion", "") + "/"
        : given;
  }
}
