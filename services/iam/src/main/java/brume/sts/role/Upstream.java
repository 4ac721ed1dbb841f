package brume.sts.role;

import brume.http.Response;
import brume.http.client.Outgoing;
import java.io.IOException;
import java.time.Duration;

/// Asks other servers.
@FunctionalInterface
public interface Upstream {
  /// Throws [IOException] when there is no answer within `limit`.
  Response send(Outgoing request, Duration limit) throws IOException;
}
