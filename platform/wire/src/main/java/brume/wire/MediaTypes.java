package brume.wire;

import brume.http.Request;
import brume.shape.Kind;
import brume.shape.Location;
import brume.shape.OperationShape;
import brume.shape.SimpleShape;
import brume.shape.StructureShape;
import brume.wire.value.MalformedException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The media types that an operation takes and gives.
///
/// A body without a type is taken for what it should be, as AWS's services do.
///
/// Source: Smithy, "AWS restJson1 protocol", sections "Content-Type" and "Accept"; "Smithy RPC v2
/// CBOR protocol", section "HTTP binding".
final class MediaTypes {
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";

  private MediaTypes() {}

  /// Throws [MalformedException] for a body of another type, and for a client that wants one.
  static void require(Request request, OperationShape<?, ?> operation) {
    var taken = of(operation.input());
    if (taken != null) {
      require(request, taken);
    }
    var wanted = request.headers().first("accept");
    var given = of(operation.output());
    if (wanted != null && given != null && !accepts(wanted, given)) {
      throw new MalformedException(
          MalformedException.Flaw.NOT_ACCEPTABLE, "The reply is of the type " + given);
    }
  }

  /// Throws [MalformedException] for a body of another type.
  static void require(Request request, String taken) {
    var sent = request.headers().first("content-type");
    boolean empty = request.body().length() == 0;
    if (sent != null && !empty && !bare(sent).equals(taken)) {
      throw new MalformedException(
          MalformedException.Flaw.MEDIA_TYPE, "The body is of the type " + bare(sent));
    }
  }

  /// Null where there is no body, or one of any type.
  private static @Nullable String of(StructureShape<?> shape) {
    boolean inBody = false;
    for (var member : shape.members()) {
      if (member.location() == Location.PAYLOAD) {
        return member.target() instanceof SimpleShape simple ? of(simple.kind()) : JSON;
      }
      inBody |= member.location() == Location.BODY;
    }
    return inBody ? JSON : null;
  }

  private static @Nullable String of(Kind payload) {
    return switch (payload) {
      case STRING -> TEXT;
      case DOCUMENT -> JSON;
      default -> null;
    };
  }

  private static boolean accepts(String wanted, String given) {
    var anyOfIts = given.substring(0, given.indexOf('/')) + "/*";
    return Arrays.stream(wanted.split(","))
        .map(MediaTypes::bare)
        .anyMatch(type -> type.equals(given) || type.equals(anyOfIts) || type.equals("*/*"));
  }

  /// Without parameters such as `charset`.
  private static String bare(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
