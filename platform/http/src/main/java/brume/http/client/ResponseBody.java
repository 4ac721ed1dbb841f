package brume.http.client;

import brume.http.engine.Inflow;
import brume.http.engine.OnLoop;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The body of a response that is read while it arrives.
///
/// @param giveUp ends the conversation when the reader closes before the end
record ResponseBody(HttpClientResponse response, OnLoop loop, Duration idle, Runnable giveUp)
    implements Inflow.Source {
  /// On the event loop, before any of the body is delivered.
  static InputStream of(HttpClientResponse response, OnLoop loop, Duration idle, Runnable giveUp) {
    var inflow = new Inflow(new ResponseBody(response, loop, idle, giveUp), idle);
    response.handler(piece -> inflow.put(piece.getBytes()));
    response.endHandler(_ -> inflow.finish(null));
    response.exceptionHandler(
        cause -> inflow.finish(new IOException("The response broke off", cause)));
    response.pause();
    response.fetch(Inflow.WINDOW);
    return inflow;
  }

  @Override
  public void begun() {
    // The window was opened with the head.
  }

  @Override
  public void fetch(int pieces) {
    loop.run(() -> response.fetch(pieces));
  }

  @Override
  public IOException late() {
    return new SocketTimeoutException("The response stood still for " + idle);
  }

  @Override
  public void closed(boolean ended) {
    if (!ended) {
      giveUp.run();
    }
  }
}
