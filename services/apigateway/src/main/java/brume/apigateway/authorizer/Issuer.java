package brume.apigateway.authorizer;

import brume.base.Arn;
import brume.service.Endpoint;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whose tokens an authorizer takes.
///
/// @param names the values of `iss` that it takes
/// @param url where the issuer publishes its configuration or, where `publishesKeys`, its keys
public record Issuer(Set<String> names, String url, boolean publishesKeys) {
  private static final Pattern POOL_URL =
      Pattern.compile(
          "https://cognito-idp\\.([a-z0-9-]+)\\.amazonaws\\.com/([\\w-]+_[0-9a-zA-Z]+)/?");
  private static final Pattern POOL = Pattern.compile("userpool/([\\w-]+_[0-9a-zA-Z]+)");

  /// A user pool of Brume.
  ///
  /// @param endpoint under which Brume answers
  static Issuer ofPool(Endpoint endpoint, String region, String poolId) {
    var own = poolUrl(endpoint, poolId);
    var named = "https://cognito-idp." + region + ".amazonaws.com/" + poolId;
    return new Issuer(Set.of(own, named), own + "/.well-known/jwks.json", true);
  }

  private static String poolUrl(Endpoint endpoint, String poolId) {
    return endpoint.url() + "/_brume/cognito-idp/" + poolId;
  }

  /// The pool with an ARN; null when it is no user pool's.
  public static @Nullable Issuer ofPool(Endpoint endpoint, String arn) {
    var parsed = Arn.parse(arn).filter(each -> each.service().equals("cognito-idp"));
    var pool = parsed.map(Arn::resource).map(POOL::matcher);
    return pool.isPresent() && pool.get().matches()
        ? ofPool(endpoint, parsed.get().region(), pool.get().group(1))
        : null;
  }

  /// The issuer that calls itself by a URL.
  public static Issuer of(Endpoint endpoint, String url) {
    var pool = POOL_URL.matcher(url);
    if (pool.matches()) {
      return ofPool(endpoint, pool.group(1), pool.group(2));
    }
    var id = url.substring(url.lastIndexOf('/') + 1);
    if (id.indexOf('_') > 0 && url.equals(poolUrl(endpoint, id))) {
      return ofPool(endpoint, id.substring(0, id.indexOf('_')), id);
    }
    var base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return new Issuer(Set.of(base, base + '/'), base + "/.well-known/openid-configuration", false);
  }
}
