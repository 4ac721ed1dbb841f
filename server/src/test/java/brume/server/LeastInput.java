package brume.server;

import brume.base.Body;
import brume.base.Bytes;
import brume.json.Json;
import brume.shape.Constraint;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The smallest input of an operation that validation lets pass, made from its shape alone.
final class LeastInput {
  /// One of these fits every pattern of the models that are here.
  private static final List<String> TEXTS =
      List.of(
          "example",
          "arn:aws:lambda:us-east-1:000000000000:function:example",
          "arn:aws:iam::000000000000:role/example",
          "arn:aws:apigateway:us-east-1::/restapis/example",
          "arn:aws:cloudwatch:us-east-1:000000000000:alarm:example",
          "arn:aws:lambda:us-east-1:000000000000:layer:example",
          "arn:aws:lambda:us-east-1:000000000000:layer:example:1",
          "arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-0123456789abcdef0",
          "arn:aws:sqs:us-east-1:000000000000:example",
          "arn:aws:sns:us-east-1:000000000000:example",
          "arn:aws:logs:us-east-1:000000000000:log-group:example",
          "arn:aws:dynamodb:us-east-1:000000000000:table/example",
          "arn:aws:kinesis:us-east-1:000000000000:stream/example",
          "AKIAIOSFODNN7EXAMPLE",
          "000000000000",
          "us-east-1",
          "us-east-1:01234567-89ab-cdef-0123-456789abcdef",
          "us-east-1_Example00",
          "01234567-89ab-cdef-0123-456789abcdef",
          "https://example.com",
          "someone@example.com",
          "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/"
              + "us-east-1:01234567-89ab-cdef-0123-456789abcdef",
          "authenticated",
          "nodejs22.x",
          "1",
          "v1",
          "200",
          "lambda:InvokeFunction",
          "/example",
          "{}");

  /// Members that no model requires and every operation wants that has them.
  private static final Set<String> WANTED = Set.of("logGroupName", "Put", "S");

  /// Texts whose form no model says, by service and member.
  private static final Map<String, String> KNOWN =
      Map.of(
          "s3:CopySource", "example/example",
          "dynamodb:Statement", "SELECT * FROM \"example\"");

  private static final int DEEPEST = 8;

  private final String service;

  private LeastInput(String service) {
    this.service = service;
  }

  static <T extends Structure> T of(OperationShape<T, ?> operation) {
    return new LeastInput(operation.service()).structure(operation.input(), 0);
  }

  private <T extends Structure> T structure(StructureShape<T> shape, int depth) {
    var members = shape.members();
    var values = new Object[members.size()];
    for (int i = 0; i < values.length; i++) {
      var member = members.get(i);
      boolean wanted =
          member.required() || (shape.isUnion() && i == 0) || WANTED.contains(member.name());
      values[i] = wanted ? value(member, depth + 1) : member.defaultValue();
    }
    return shape.make(values);
  }

  private Object value(Member member, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("A shape without end at " + member);
    }
    return switch (member.target()) {
      case StructureShape<?> structure -> structure(structure, depth);
      case ListShape list ->
          Collections.nCopies(Math.max(1, atLeast(list)), value(list.element(), depth + 1));
      case MapShape map -> Map.of(value(map.key(), depth + 1), value(map.value(), depth + 1));
      case SimpleShape simple when simple.kind() == Kind.STRING -> text(member, simple);
      case SimpleShape simple -> simple(simple);
    };
  }

  private static int atLeast(Shape shape) {
    var min = shape.constraint().min();
    return min == null ? 0 : min.intValue();
  }

  private static Object simple(SimpleShape shape) {
    var min = shape.constraint().min();
    double number = min == null ? 1 : min;
    return switch (shape.kind()) {
      case STRING -> throw new IllegalStateException("Texts depend on the member");
      case BLOB -> Bytes.wrap(new byte[Math.max(1, (int) number)]);
      case BOOLEAN -> false;
      case BYTE -> (byte) number;
      case SHORT -> (short) number;
      case INTEGER -> (int) number;
      case LONG -> (long) number;
      case FLOAT -> (float) number;
      case DOUBLE -> number;
      case BIG_INTEGER -> BigInteger.valueOf((long) number);
      case BIG_DECIMAL -> BigDecimal.valueOf(number);
      case TIMESTAMP -> Instant.EPOCH;
      case DOCUMENT -> Json.Obj.EMPTY;
      case STREAM -> Body.EMPTY;
      case EVENTS -> List.of();
    };
  }

  private String text(Member member, SimpleShape shape) {
    var constraint = shape.constraint();
    var known = KNOWN.get(service + ':' + member.name());
    if (known != null || !constraint.values().isEmpty()) {
      return known != null ? known : constraint.values().getFirst();
    }
    return Stream.concat(arns(member.name().toLowerCase(Locale.ROOT)), TEXTS.stream())
        .map(text -> sized(text, constraint))
        .filter(text -> constraint.compiled().matcher(text).matches())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No text for " + shape.name() + ", pattern " + constraint.pattern()));
  }

  /// What an ARN by this name may be, likeliest first.
  private Stream<String> arns(String name) {
    if (!name.endsWith("arn")) {
      return Stream.of();
    }
    var ofService = ":" + (name.contains("role") ? "iam" : service) + ":";
    return TEXTS.stream().filter(text -> text.contains(ofService));
  }

  private static String sized(String text, Constraint constraint) {
    var min = constraint.min();
    var max = constraint.max();
    var longEnough =
        min == null ? text : text + "e".repeat(Math.max(0, min.intValue() - text.length()));
    return max == null || longEnough.length() <= max
        ? longEnough
        : longEnough.substring(0, max.intValue());
  }
}
