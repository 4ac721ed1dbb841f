package brume.cognito.token;

import brume.cognito.pool.Pool;
import brume.service.Endpoint;
import org.jspecify.annotations.Nullable;

/// What tokens of a pool name as their issuer: the address under which this Brume publishes the
/// pool's keys, so that libraries which look them up find them.
public final class Issuer {
  private static final String PATH = "/_brume/cognito-idp/";

  private Issuer() {}

  public static String of(Endpoint endpoint, Pool pool) {
    return of(endpoint, pool.id());
  }

  public static String of(Endpoint endpoint, String poolId) {
    return endpoint.url() + PATH + poolId;
  }

  /// The id of the pool that an issuer is; null for another's.
  public static @Nullable String poolId(Endpoint endpoint, String issuer) {
    var prefix = endpoint.url() + PATH;
    return issuer.startsWith(prefix) ? issuer.substring(prefix.length()) : null;
  }
}
