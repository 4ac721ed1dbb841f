package brume.cognito.oauth;

import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.request.ClientSecret;
import brume.http.Headers;
import brume.http.QueryString;
import brume.shape.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// How clients prove themselves: by Basic authorization or in the form (RFC 6749, section 2.3.1).
final class ClientProof {
  private static final String BASIC = "basic ";

  private ClientProof() {}

  /// Throws [RefusedException] for a client that is not there, or whose secret is another.
  static Client check(Directory directory, Pool pool, Headers headers, QueryString form) {
    var header = headers.first("authorization");
    var id = form.first("client_id");
    var secret = form.first("client_secret");
    if (header != null) {
      var pair = basic(header).split(":", 2);
      boolean isSame = id == null || id.equals(pair[0]);
      if (pair.length != 2 || !isSame) {
        throw invalid();
      }
      id = pair[0];
      secret = pair[1];
    }
    if (id == null) {
      throw new RefusedException("invalid_request", null);
    }
    return proved(directory, pool, id, secret);
  }

  private static Client proved(Directory directory, Pool pool, String id, @Nullable String secret) {
    try {
      var client = directory.clients().get(pool, id);
      if (ClientSecret.isRight(client, secret)) {
        return client;
      }
    } catch (ServiceException unknown) {
      throw invalid();
    }
    throw invalid();
  }

  private static RefusedException invalid() {
    return new RefusedException("invalid_client", null);
  }

  private static String basic(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw invalid();
    }
    try {
      var decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      return new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }
}
