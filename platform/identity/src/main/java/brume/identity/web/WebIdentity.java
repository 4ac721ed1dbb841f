package brume.identity.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a verified token is about, and what it says of them.
///
/// @param issuer the claim `iss`: a URL
/// @param audience the claim `aud`, the first of which is that of policies
/// @param authorizedParty the claim `azp`, which policies then see as the audience
/// @param subject the claim `sub`
/// @param methods the claim `amr`: how they proved who they are
/// @param tags session tags that the provider gives them
/// @param transitiveTags the keys of those that are handed on when they assume a further role
/// @param sourceIdentity whom they are called in all sessions; null when nothing is said
public record WebIdentity(
    String issuer,
    List<String> audience,
    @Nullable String authorizedParty,
    String subject,
    List<String> methods,
    Map<String, String> tags,
    List<String> transitiveTags,
    @Nullable String sourceIdentity) {
  private static final String SCHEME = "https://";

  public WebIdentity {
    audience = List.copyOf(audience);
    methods = List.copyOf(methods);
    tags = Map.copyOf(tags);
    transitiveTags = List.copyOf(transitiveTags);
  }

  /// The issuer as policies name it: without its scheme.
  public String provider() {
    return issuer.startsWith(SCHEME) ? issuer.substring(SCHEME.length()) : issuer;
  }

  /// The application that the token is for.
  public String application() {
    return authorizedParty == null ? audience.getFirst() : authorizedParty;
  }
}
