package brume.server;

import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import org.jspecify.annotations.Nullable;

/// Knows the well-known key of developers, `test` with the secret `test`, beside all others. It is
/// the account's owner, and only for a Brume that listens on loopback.
record DevelopmentKey(Credentials others, String account) implements Credentials {
  private static final String KEY = "test";

  @Override
  public @Nullable Credential find(String accessKeyId, @Nullable String sessionToken) {
    return accessKeyId.equals(KEY)
        ? Credential.longTerm(KEY, KEY, new Principal.Root(account))
        : others.find(accessKeyId, sessionToken);
  }
}
