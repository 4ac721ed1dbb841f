package brume.apigateway.gateway;

import brume.http.Response;
import brume.http.client.Outgoing;
import java.io.IOException;
import java.time.Duration;

/// Sends requests to servers behind routes.
@FunctionalInterface
public interface Upstream {
  /// Throws [java.net.SocketTimeoutException] when the answer takes longer than `limit`, and
  /// [IOException] when there is none.
  Response send(Outgoing request, Duration limit) throws IOException;
}
