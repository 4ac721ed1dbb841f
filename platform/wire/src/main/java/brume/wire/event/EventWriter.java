package brume.wire.event;

import brume.base.Bytes;
import brume.shape.Location;
import brume.shape.ServiceException;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Makes frames of events: of a union, the member that is set names the event.
record EventWriter(ServiceShape service, EventFormat format) {
  private static final String MESSAGE_TYPE = ":message-type";
  private static final String CONTENT_TYPE = ":content-type";
  private static final byte[] NOTHING = {};

  byte[] event(Structure union) {
    var members = union.shape().members();
    for (int i = 0; i < members.size(); i++) {
      if (union.member(i) instanceof Structure event) {
        var name = members.get(i).name();
        return isError(event)
            ? write(start("exception").header(":exception-type", name), event)
            : write(start("event").header(":event-type", name), event);
      }
    }
    throw new IllegalArgumentException("No event is set of " + union.shape().name());
  }

  /// What RPC protocols say before the events: the other members of the output.
  byte[] initial(Structure output) {
    var frame = start("event").header(":event-type", "initial-response");
    return frame.header(CONTENT_TYPE, format.contentType()).encode(format.writer().apply(output));
  }

  /// A failure in the midst of a stream, after which nothing follows.
  byte[] failure(ServiceException failure) {
    return start("error")
        .header(":error-code", failure.error().code())
        .header(":error-message", failure.message())
        .encode(NOTHING);
  }

  private static Frame start(String type) {
    return new Frame().header(MESSAGE_TYPE, type);
  }

  private boolean isError(Structure event) {
    var name = event.shape().name();
    return service.errors().stream()
        .map(error -> error.shape())
        .anyMatch(shape -> shape != null && shape.name().equals(name));
  }

  private byte[] write(Frame frame, Structure event) {
    var members = event.shape().members();
    Object payload = null;
    boolean inBody = false;
    for (int i = 0; i < members.size(); i++) {
      var value = event.member(i);
      switch (members.get(i).location()) {
        case EVENT_HEADER -> {
          if (value != null) {
            frame.header(members.get(i).name(), value);
          }
        }
        case EVENT_PAYLOAD -> payload = value;
        default -> inBody |= members.get(i).location() == Location.BODY;
      }
    }
    return payload(frame, inBody ? event : payload);
  }

  private byte[] payload(Frame frame, @Nullable Object payload) {
    return switch (payload) {
      case null -> frame.encode(NOTHING);
      case Bytes bytes ->
          frame.header(CONTENT_TYPE, "application/octet-stream").encode(bytes.shared());
      case String text ->
          frame.header(CONTENT_TYPE, "text/plain").encode(text.getBytes(StandardCharsets.UTF_8));
      case Structure structure ->
          frame.header(CONTENT_TYPE, format.contentType()).encode(format.writer().apply(structure));
      default -> throw new IllegalArgumentException("Not a payload: " + payload.getClass());
    };
  }
}
