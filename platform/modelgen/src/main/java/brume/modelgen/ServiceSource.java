package brume.modelgen;

import java.util.List;

/// Writes `<Stem>Model`: the service and its operations as constants.
final class ServiceSource {
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

  private final Model model;

  ServiceSource(Model model) {
    this.model = model;
  }

  String source() {
    var type = model.stem() + "Model";
    var text = new StringBuilder();
    text.append("package ").append(model.packageName()).append(";\n\n");
    text.append("@org.jspecify.annotations.NullMarked\npublic final class ")
        .append(type)
        .append(" {\n  private ")
        .append(type)
        .append("() {}\n\n");
    model.operations().forEach((name, node) -> operation(text, name, node));
    text.append("  public static final brume.shape.ServiceShape SERVICE =\n")
        .append("      new brume.shape.ServiceShape(\n          ");
    var metadata = model.metadata();
    var prefix = metadata.text("endpointPrefix", model.id());
    text.append(
        String.join(
            ",\n          ",
            Members.quoted(model.id()),
            Members.quoted(metadata.text("signingName", prefix)),
            Members.quoted(prefix),
            Members.quoted(metadata.text("apiVersion", "")),
            nullable(metadata.text("targetPrefix")),
            nullable(namespace(metadata)),
            "java.util.List.of(" + protocols() + ")",
            "operations()",
            "java.util.List.of(" + model.stem() + "Error.values())"));
    text.append(");\n\n");
    operations(text);
    return text.append("}\n").toString();
  }

  private void operation(StringBuilder text, String name, Node node) {
    var input = Model.inputName(name, node);
    var output = Model.outputName(name, node);
    text.append("  public static final brume.shape.OperationShape<")
        .append(Names.type(input))
        .append(", ")
        .append(Names.type(output))
        .append("> ")
        .append(Names.constant(name))
        .append(" =\n      brume.shape.OperationShape.<")
        .append(Names.type(input))
        .append(", ")
        .append(Names.type(output))
        .append(">of(")
        .append(Members.quoted(model.id()))
        .append(", ")
        .append(Members.quoted(name))
        .append(", ")
        .append(http(node.node("http")))
        .append(", Shapes.TABLE, ")
        .append(model.structures().indexOf(input))
        .append(", ")
        .append(model.structures().indexOf(output))
        .append(')');
    if ("none".equals(node.text("authtype"))) {
      text.append(".asUnsigned()");
    }
    var wrapper = node.node("output").text("resultWrapper");
    if (wrapper != null) {
      text.append(".resultWrapper(").append(Members.quoted(wrapper)).append(')');
    }
    text.append(";\n\n");
  }

  private static String http(Node http) {
    var method = http.text("method", "POST");
    var uri = http.text("requestUri", "/");
    int status = Integer.parseInt(http.text("responseCode", "200"));
    return method.equals("POST") && uri.equals("/") && status == 200
        ? "brume.shape.HttpBinding.RPC"
        : "new brume.shape.HttpBinding("
            + Members.quoted(method)
            + ", "
            + Members.quoted(uri)
            + ", "
            + status
            + ")";
  }

  private String protocols() {
    var metadata = model.metadata();
    var names = metadata.texts("protocols");
    var all = names.isEmpty() ? List.of(metadata.text("protocol", "")) : names;
    var jsonVersion = metadata.text("jsonVersion", "1.1");
    return String.join(
        ", ",
        all.stream().map(name -> "brume.shape.Protocol." + protocol(name, jsonVersion)).toList());
  }

  private static @org.jspecify.annotations.Nullable String namespace(Node metadata) {
    var given = metadata.text("xmlNamespace");
    boolean ec2 = "ec2".equals(metadata.text("protocol"));
    return given != null || !ec2
        ? given
        : "http://ec2.amazonaws.com/doc/" + metadata.text("apiVersion") + "/";
  }

  private static String nullable(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "null" : Members.quoted(text);
  }

  private void operations(StringBuilder text) {
    text.append(
        "  private static java.util.List<brume.shape.OperationShape<?, ?>> operations() {\n"
            + "    return java.util.List.of(\n        ");
    text.append(
        String.join(
            ",\n        ", model.operations().keySet().stream().map(Names::constant).toList()));
    text.append(");\n  }\n");
  }
}
