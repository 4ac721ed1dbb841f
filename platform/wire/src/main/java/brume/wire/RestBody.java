package brume.wire;

import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Request;
import brume.shape.ErrorCode;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the two REST protocols do differently: their bodies.
interface RestBody {
  record Payload(@Nullable String contentType, Body body) {}

  record ErrorBody(String contentType, Headers headers, Body body) {}

  String requestIdHeader();

  /// Throws [brume.wire.value.MalformedException] for a body, or a wish for one, of a type that the
  /// operation does not have.
  default void requireMediaTypes(Request request, OperationShape<?, ?> operation) {}

  /// Whether a reply of this shape has a body though none of its members are in it.
  default boolean writesNoMembers(StructureShape<?> shape) {
    return false;
  }

  void readMembers(byte[] body, StructureShape<?> shape, @Nullable Object[] into)
      throws IOException;

  String contentType();

  /// The members that the body carries.
  byte[] members(ServiceShape service, Structure structure);

  default Payload writeMembers(ServiceShape service, Structure output) {
    return new Payload(contentType(), Body.of(members(service, output)));
  }

  /// A payload that is a structure, list, map or document.
  @Nullable Object readValue(byte[] body, Member member) throws IOException;

  Payload writeValue(ServiceShape service, Member member, Object value);

  ErrorBody writeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId);

  default @Nullable Object readPayload(Member member, Request request) throws IOException {
    if (member.target() instanceof SimpleShape simple && simple.kind() == Kind.STREAM) {
      return request.body();
    }
    var body = Bodies.read(request.body());
    if (body.length == 0) {
      return null;
    }
    if (member.target() instanceof SimpleShape simple) {
      switch (simple.kind()) {
        case BLOB -> {
          return Bytes.wrap(body);
        }
        case STRING -> {
          return new String(body, StandardCharsets.UTF_8);
        }
        default -> {
          // documents are read as values
        }
      }
    }
    return readValue(body, member);
  }

  default Payload writePayload(ServiceShape service, Member member, @Nullable Object value) {
    return switch (value) {
      case null -> new Payload(null, Body.EMPTY);
      case Body body -> new Payload("application/octet-stream", body);
      case Bytes bytes -> new Payload("application/octet-stream", Body.of(bytes));
      case String text -> new Payload("text/plain", Body.utf8(text));
      default -> writeValue(service, member, value);
    };
  }
}
