package brume.sts.role;

import brume.identity.Principal;
import brume.identity.web.WebIdentity;
import brume.model.sts.Tag;
import brume.service.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A verified web identity, as trust policies name and ask it.
///
/// Source: IAM User Guide, "IAM and AWS STS condition context keys", available keys for AWS OIDC
/// federation.
///
/// @param provider as trust policies name it: a host, or the ARN of an OIDC provider
public record FederatedClaim(String provider, WebIdentity identity) {
  public Principal principal() {
    return new Principal.Federated(provider, identity.subject());
  }

  /// The tags of the session; null for none.
  public @Nullable List<Tag> tags() {
    var tags = identity.tags();
    return tags.isEmpty()
        ? null
        : tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }

  public Access asked(Access access) {
    var richer = access;
    for (var key : keys().entrySet()) {
      richer = richer.where(key.getKey(), key.getValue().toArray(String[]::new));
    }
    return richer.claimedBy(principal());
  }

  /// The condition keys of the role's session.
  public Map<String, List<String>> keys() {
    var prefix = identity.provider() + ':';
    var keys = new HashMap<String, List<String>>();
    keys.put("aws:FederatedProvider", List.of(provider));
    keys.put(prefix + "aud", List.of(identity.application()));
    keys.put(prefix + "sub", List.of(identity.subject()));
    if (identity.authorizedParty() != null) {
      keys.put(prefix + "oaud", identity.audience());
    }
    if (!identity.methods().isEmpty()) {
      keys.put(prefix + "amr", identity.methods());
    }
    return keys;
  }
}
