package brume.sts.role;

import brume.http.client.Outgoing;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.RefusedTokenException.Reason;
import brume.json.Json;
import brume.json.JsonException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The keys that issuers publish, found as OpenID Connect Discovery 1.0 has it and remembered for a
/// while. They are fetched again for a token of an unknown key, but not for every such token.
final class PublishedKeys {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int MAX_BYTES = 1 << 20;

  /// Of issuers whose keys are remembered; each was made known by whoever may create providers.
  private static final int MAX_ISSUERS = 1024;

  private static final int OK = 200;

  private final Upstream upstream;
  private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

  private record Known(JWKSet keys, Instant since) {
    boolean youngerThan(Duration age, Instant now) {
      return now.isBefore(since.plus(age));
    }
  }

  PublishedKeys(Upstream upstream) {
    this.upstream = upstream;
  }

  /// Those with which the issuer may have signed.
  List<JWK> of(String issuer, JWSHeader header, Instant now) {
    var before = known.get(issuer);
    if (before != null && before.youngerThan(FRESH, now)) {
      var fitting = select(before, header);
      if (!fitting.isEmpty() || before.youngerThan(PATIENCE, now)) {
        return fitting;
      }
    }
    var fetched = new Known(fetch(issuer), now);
    if (known.size() >= MAX_ISSUERS) {
      known.clear();
    }
    known.put(issuer, fetched);
    return select(fetched, header);
  }

  private static List<JWK> select(Known known, JWSHeader header) {
    return new JWKSelector(JWKMatcher.forJWSHeader(header)).select(known.keys);
  }

  private JWKSet fetch(String issuer) {
    var base = issuer.endsWith("/") ? issuer : issuer + '/';
    try {
      var discovered = Json.parse(get(base + ".well-known/openid-configuration"));
      if (discovered instanceof Json.Obj document
          && document.get("issuer") instanceof Json.Str(var named)
          && named.equals(issuer)
          && document.get("jwks_uri") instanceof Json.Str(var place)) {
        return JWKSet.parse(get(place));
      }
      throw unusable();
    } catch (ParseException | JsonException | IllegalArgumentException _) {
      throw unusable();
    } catch (IOException unreachable) {
      throw new RefusedTokenException(
          Reason.UNREACHABLE, "The identity provider " + issuer + " cannot be reached");
    }
  }

  private String get(String url) throws IOException {
    var uri = URI.create(url);
    if (!"https".equals(uri.getScheme())) {
      throw unusable();
    }
    var response = upstream.send(Outgoing.get(uri), ANSWER);
    try (var body = response.body().open()) {
      var bytes = body.readNBytes(MAX_BYTES + 1);
      if (response.status() != OK || bytes.length > MAX_BYTES) {
        throw unusable();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static RefusedTokenException unusable() {
    return RefusedTokenException.invalid(
        "Couldn't retrieve verification key from your identity provider,  please reference"
            + " AssumeRoleWithWebIdentity documentation for requirements");
  }
}
