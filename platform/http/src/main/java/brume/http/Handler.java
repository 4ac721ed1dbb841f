package brume.http;

import java.io.IOException;

/// Answers requests, each on a virtual thread of its own, blocking as it likes.
///
/// What it throws closes the connection, so it throws only when the peer has gone.
@FunctionalInterface
public interface Handler {
  Response handle(Request request) throws IOException;
}
