package brume.lambda.runtime.api;

import brume.base.Bytes;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// Serves the Runtime API of one environment until its socket is closed.
public final class RuntimeApi {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";
  private static final String ERROR_TYPE = "lambda-runtime-function-error-type";

  private final Rendezvous rendezvous;

  private RuntimeApi(Rendezvous rendezvous) {
    this.rendezvous = rendezvous;
  }

  /// Accepts on a virtual thread; each connection has one too.
  public static void serve(ServerSocketChannel socket, Rendezvous rendezvous) {
    var api = new RuntimeApi(rendezvous);
    Connections.accept(socket, "runtime-api", api::converse);
  }

  private void converse(SocketChannel connection) throws IOException, InterruptedException {
    rendezvous.meet();
    connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var reader = new MessageReader(connection.socket().getInputStream());
    var out = connection.socket().getOutputStream();
    for (var message = reader.next(); message != null; message = reader.next()) {
      var answer = answer(message);
      if (answer == null) {
        return;
      }
      answer.writeTo(out);
    }
  }

  /// Null when the environment ends.
  private @Nullable Answer answer(Message message) throws InterruptedException {
    var path = message.path();
    return switch (message.method()) {
      case "GET" -> path.equals(INVOCATION + "next") ? next() : Answer.NO_SUCH_PATH;
      case "POST" -> path.equals(ROOT + "init/error") ? initError(message) : reply(message);
      default -> Answer.NO_SUCH_PATH;
    };
  }

  private @Nullable Answer next() throws InterruptedException {
    var event = rendezvous.next();
    return event == null ? null : Answer.of(event);
  }

  private Answer initError(Message message) {
    return rendezvous.failInit(failure(message)) ? Answer.ACCEPTED : Answer.WRONG_STATE;
  }

  private Answer reply(Message message) {
    if (!message.path().startsWith(INVOCATION)) {
      return Answer.NO_SUCH_PATH;
    }
    var rest = message.path().substring(INVOCATION.length());
    int slash = rest.indexOf('/');
    var id = slash < 0 ? rest : rest.substring(0, slash);
    return switch (slash < 0 ? "" : rest.substring(slash + 1)) {
      case "response" -> response(id, message);
      case "error" -> rendezvous.answer(id, failure(message)) ? Answer.ACCEPTED : Answer.STALE;
      default -> Answer.NO_SUCH_PATH;
    };
  }

  private Answer response(String id, Message message) {
    if (message.tooLarge()) {
      return rendezvous.answer(id, new Reply.TooLarge()) ? Answer.TOO_LARGE : Answer.STALE;
    }
    // A stream that broke says so in a trailer.
    var reply =
        message.headers().containsKey(ERROR_TYPE)
            ? failure(message)
            : new Reply.Answered(Bytes.wrap(message.body()));
    return rendezvous.answer(id, reply) ? Answer.ACCEPTED : Answer.STALE;
  }

  private static Reply.Failed failure(Message message) {
    return new Reply.Failed(
        Bytes.wrap(message.body()), message.header(ERROR_TYPE, "Runtime.Unknown"));
  }
}
