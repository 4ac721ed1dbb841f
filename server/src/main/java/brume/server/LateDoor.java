package brume.server;

import brume.http.Handler;
import brume.http.Request;
import brume.http.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Lets connections in while the store is still being opened; their requests wait for it.
final class LateDoor implements Handler {
  private final CompletableFuture<Handler> door = new CompletableFuture<>();

  void open(Handler behind) {
    door.complete(behind);
  }

  @Override
  public Response handle(Request request) throws IOException {
    return door.join().handle(request);
  }
}
