package brume.service;

import brume.http.Request;
import brume.http.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What the API of a service does beside the operations of its model.
///
/// Both methods are told the request as it is routed: with a bucket of the host in its path.
public interface Reception {
  /// Throws a [brume.shape.ServiceException] when the service takes no request that came like this.
  ///
  /// @param host to which the request was sent, in lower case and without a port
  void admit(String host, Request request);

  /// Answers a request that is for no operation; null when it is for nothing at all.
  ///
  /// @param call made by nobody yet
  @Nullable Response serve(Call call, Request request) throws IOException;
}
