package brume.wire.event;

import brume.base.Body;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.ServiceShape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import org.jspecify.annotations.Nullable;

/// Event streams as bodies of replies.
///
/// The events are taken from the output's [Iterable] while the reply is sent: its iterator may wait
/// for the next one. An iterable that is [java.io.Closeable] is closed when the stream has ended or
/// the client has gone.
public final class EventStreams {
  public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

  private static final byte[] NOTHING = {};

  private EventStreams() {}

  public static boolean isEvents(Member member) {
    return member.target() instanceof SimpleShape simple && simple.kind() == Kind.EVENTS;
  }

  /// The events of an output; null when it has none.
  public static @Nullable Iterable<?> of(Structure output) {
    var members = output.shape().members();
    for (int i = 0; i < members.size(); i++) {
      if (isEvents(members.get(i))) {
        return (Iterable<?>) output.member(i);
      }
    }
    return null;
  }

  /// For REST protocols, which have put the other members of the output into headers.
  public static Body rest(ServiceShape service, Iterable<?> events, EventFormat format) {
    return body(new EventInput(events, new EventWriter(service, format), NOTHING));
  }

  /// For RPC protocols.
  public static Body rpc(
      ServiceShape service, Structure output, Iterable<?> events, EventFormat format) {
    var writer = new EventWriter(service, format);
    return body(new EventInput(events, writer, writer.initial(output)));
  }

  private static Body body(EventInput input) {
    return new Body.OfStream(input, Body.UNKNOWN);
  }
}
