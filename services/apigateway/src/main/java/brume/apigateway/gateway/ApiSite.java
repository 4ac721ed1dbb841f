package brume.apigateway.gateway;

import brume.http.Request;
import brume.http.Response;
import brume.service.Call;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers for the APIs of one kind.
public interface ApiSite {
  /// Null when there is no such API among them.
  @Nullable Response serve(Call call, String apiId, Request request) throws IOException;
}
