package brume.cognito.site;

import brume.cognito.data.Directory;
import brume.cognito.pool.Pool;
import brume.cognito.token.Issuer;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.service.Call;
import brume.service.Endpoint;
import brume.service.Site;
import com.nimbusds.jose.jwk.JWKSet;

/// What a pool publishes of itself: its keys and its configuration, at the address that its tokens
/// name as their issuer.
///
/// Reached by its path `/_brume/cognito-idp/<pool id>/…` only: ids of pools have capital letters,
/// which hosts have not.
///
/// Sources: OpenID Connect Discovery 1.0, section 4; RFC 7517.
public final class PoolSite implements Site {
  private static final String JSON = "application/json";

  private final Directory directory;

  public PoolSite(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String kind() {
    return "cognito-idp";
  }

  @Override
  public Response serve(Call call, String name, Request request) {
    var pool = directory.pools().find(name);
    boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
    if (pool == null || !isRead) {
      return answer(404, Json.object("message", Json.of("Not Found")));
    }
    return switch (request.path()) {
      case "/.well-known/jwks.json" ->
          answer(200, new JWKSet(directory.signingKey(pool).toPublicJWK()).toString());
      case "/.well-known/openid-configuration" -> answer(200, configuration(call, pool));
      default -> answer(404, Json.object("message", Json.of("Not Found")));
    };
  }

  private static Json.Obj configuration(Call call, Pool pool) {
    var issuer = Issuer.of(call.endpoint(), pool);
    var configuration =
        Json.object(
            "issuer", Json.of(issuer),
            "jwks_uri", Json.of(issuer + "/.well-known/jwks.json"),
            "id_token_signing_alg_values_supported", Json.array(Json.of("RS256")),
            "subject_types_supported", Json.array(Json.of("public")));
    var domain = pool.settings().domain();
    return domain == null
        ? configuration
        : withEndpoints(configuration, call.endpoint(), pool.scope().region(), domain);
  }

  /// Browsers go to the domain's own host, where its cookies are; programs by path, since they may
  /// not resolve hosts under `localhost`.
  private static Json.Obj withEndpoints(
      Json.Obj configuration, Endpoint endpoint, String region, String domain) {
    var pages =
        "http://%s.auth.%s.%s:%d".formatted(domain, region, endpoint.host(), endpoint.port());
    var api = endpoint.url() + "/_brume/auth/" + region + '/' + domain + "/oauth2/";
    return configuration
        .with("authorization_endpoint", Json.of(pages + "/oauth2/authorize"))
        .with("end_session_endpoint", Json.of(pages + "/logout"))
        .with("token_endpoint", Json.of(api + "token"))
        .with("userinfo_endpoint", Json.of(api + "userInfo"))
        .with("revocation_endpoint", Json.of(api + "revoke"))
        .with("response_types_supported", Json.array(Json.of("code"), Json.of("token")))
        .with(
            "scopes_supported",
            Json.array(Json.of("openid"), Json.of("email"), Json.of("phone"), Json.of("profile")))
        .with(
            "token_endpoint_auth_methods_supported",
            Json.array(Json.of("client_secret_basic"), Json.of("client_secret_post")));
  }

  private static Response answer(int status, Json json) {
    return answer(status, json.print());
  }

  private static Response answer(int status, String json) {
    return Response.of(status, JSON, json).with("Access-Control-Allow-Origin", "*");
  }
}
