package brume.server;

import brume.http.Nearby;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import org.jspecify.annotations.Nullable;

/// Knows the well-known key of developers, `test` with the secret `test`, beside all others. It is
/// the account's owner, and only for processes of this machine: neither for functions nor for
/// strangers' pages in a browser.
record DevelopmentKey(Credentials others, String account) implements Credentials {
  private static final String KEY = "test";

  @Override
  public @Nullable Credential find(String accessKeyId, @Nullable String sessionToken) {
    return others.find(accessKeyId, sessionToken);
  }

  @Override
  public @Nullable Credential find(
      String accessKeyId, @Nullable String sessionToken, Request request) {
    return accessKeyId.equals(KEY) && Nearby.isTrusted(request)
        ? Credential.longTerm(KEY, KEY, new Principal.Root(account))
        : others.find(accessKeyId, sessionToken, request);
  }
}
