package brume.apigateway.authorizer;

import brume.apigateway.gateway.Upstream;
import brume.http.client.Outgoing;
import brume.json.Json;
import brume.json.JsonException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The public keys of issuers, fetched and kept for a while.
final class KeySets {
  /// Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers".
  private static final Duration KEPT = Duration.ofHours(2);

  /// How soon keys are fetched again for a token whose key is not among them.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MAX_BYTES = 150_000;
  private static final int MAX_ISSUERS = 1_000;
  private static final int OK = 200;

  private final Upstream upstream;
  private final Map<String, Fetched> sets = new ConcurrentHashMap<>();

  KeySets(Upstream upstream) {
    this.upstream = upstream;
  }

  private record Fetched(JWKSet keys, Instant at) {}

  /// Null when the issuer has no such key. Throws [IOException] when its keys cannot be had.
  @Nullable JWK key(Issuer issuer, String id, Instant now) throws IOException {
    var known = sets.get(issuer.url());
    if (known != null && now.isBefore(known.at.plus(KEPT))) {
      var key = known.keys.getKeyByKeyId(id);
      if (key != null || now.isBefore(known.at.plus(PAUSE))) {
        return key;
      }
    }
    var fetched = new Fetched(fetch(issuer), now);
    if (sets.size() >= MAX_ISSUERS) {
      sets.clear();
    }
    sets.put(issuer.url(), fetched);
    return fetched.keys.getKeyByKeyId(id);
  }

  private JWKSet fetch(Issuer issuer) throws IOException {
    var url = issuer.url();
    try {
      if (!issuer.publishesKeys()) {
        var said = Json.parse(get(url)) instanceof Json.Obj object ? object.get("jwks_uri") : null;
        url = said == null ? null : said.text();
        if (url == null) {
          throw new IOException("No jwks_uri at " + issuer.url());
        }
      }
      return JWKSet.parse(get(url));
    } catch (JsonException | ParseException | IllegalArgumentException e) {
      throw new IOException("No keys at " + url, e);
    }
  }

  private String get(String url) throws IOException {
    var response = upstream.send(Outgoing.get(URI.create(url)), LIMIT);
    try (var in = response.body().open()) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (response.status() != OK || bytes.length > MAX_BYTES) {
        throw new IOException("Answered " + response.status() + ": " + url);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
