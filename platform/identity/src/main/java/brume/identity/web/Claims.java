package brume.identity.web;

import brume.identity.web.RefusedTokenException.Reason;
import brume.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The claims of a token whose signature was verified.
///
/// Sources: OpenID Connect Core 1.0, section 2; IAM User Guide, "Pass session tags in AWS STS" and
/// "Monitor and control actions taken with assumed roles" (the claims of AWS).
public record Claims(Json.Obj all) {
  /// How far the issuer's clock may be ahead.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final String TAGS = "https://aws.amazon.com/tags";
  private static final String PRINCIPAL_TAGS = "principal_tags";
  private static final String TRANSITIVE = "transitive_tag_keys";
  private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

  /// Throws [RefusedTokenException] when a claim is missing or the token's time is over, or has not
  /// come.
  public WebIdentity at(Instant now) {
    if (!now.isBefore(instant("exp"))) {
      throw new RefusedTokenException(
          Reason.EXPIRED,
          "Token expired: current date/time %d must be before the expiration date/time %d"
              .formatted(now.getEpochSecond(), instant("exp").getEpochSecond()));
    }
    var begins = all.has("nbf") ? instant("nbf") : instant("iat");
    if (begins.isAfter(now.plus(SKEW))) {
      throw RefusedTokenException.invalid("The token is not valid yet");
    }
    var audience = texts("aud");
    if (audience.isEmpty()) {
      throw missing("aud");
    }
    return new WebIdentity(
        required("iss"),
        audience,
        text("azp"),
        required("sub"),
        texts("amr"),
        tags(),
        transitive(),
        text(SOURCE_IDENTITY));
  }

  private Map<String, String> tags() {
    var tags = new TreeMap<String, String>();
    if (all.get(TAGS) instanceof Json.Obj own
        && own.get(PRINCIPAL_TAGS) instanceof Json.Obj(Map<String, Json> named)) {
      named.forEach((key, value) -> tag(tags, key, value));
    }
    var prefix = TAGS + '/' + PRINCIPAL_TAGS + '/';
    all.fields()
        .forEach(
            (claim, value) -> {
              if (claim.startsWith(prefix)) {
                tag(tags, claim.substring(prefix.length()), value);
              }
            });
    return tags;
  }

  private static void tag(Map<String, String> tags, String key, Json value) {
    var texts = value.texts();
    if (texts.size() != 1) {
      throw RefusedTokenException.invalid("The session tag " + key + " must have one value");
    }
    tags.put(key, texts.getFirst());
  }

  private List<String> transitive() {
    var nested =
        all.get(TAGS) instanceof Json.Obj own && own.get(TRANSITIVE) instanceof Json.Arr keys
            ? keys.texts()
            : List.<String>of();
    return Stream.concat(nested.stream(), texts(TAGS + '/' + TRANSITIVE).stream()).toList();
  }

  private List<String> texts(String claim) {
    var value = all.get(claim);
    return value == null ? List.of() : value.texts();
  }

  private @Nullable String text(String claim) {
    var value = all.get(claim);
    return value == null ? null : value.text();
  }

  private String required(String claim) {
    var text = text(claim);
    if (text == null || text.isEmpty()) {
      throw missing(claim);
    }
    return text;
  }

  private Instant instant(String claim) {
    if (all.get(claim) instanceof Json.Num(var seconds)) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    throw missing(claim);
  }

  private static RefusedTokenException missing(String claim) {
    return RefusedTokenException.invalid("Missing a required claim: " + claim);
  }
}
