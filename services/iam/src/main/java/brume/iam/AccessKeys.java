package brume.iam;

import brume.base.Scope;
import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.identity.AccessKeyIds;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import brume.identity.SessionTokens;
import brume.identity.Slots;
import brume.store.Reader;
import brume.store.Store;
import org.jspecify.annotations.Nullable;

/// Finds access keys: long-term ones in the store, temporary ones in their own tokens.
///
/// A key that was found once is found again by one read, of the version of its account's IAM: none
/// that was deleted, made inactive or whose user was renamed is ever served from memory.
public final class AccessKeys implements Credentials {
  private static final int REMEMBERED = 4096;

  private final Store store;
  private final Directory directory;
  private final SessionTokens tokens;
  private final Slots<String, Known> known = new Slots<>(REMEMBERED);

  private record Known(long version, Credential credential) {}

  public AccessKeys(Store store, SessionTokens tokens) {
    this.store = store;
    this.directory = Directory.of(store);
    this.tokens = tokens;
  }

  @Override
  public @Nullable Credential find(String accessKeyId, @Nullable String sessionToken) {
    if (sessionToken != null) {
      return tokens.open(accessKeyId, sessionToken);
    }
    var account = AccessKeyIds.accountOf(accessKeyId);
    if (account.isEmpty() || !accessKeyId.startsWith(AccessKeyIds.LONG_TERM)) {
      return null;
    }
    var scope = Accounts.scope(account);
    var before = known.get(accessKeyId);
    if (before != null && before.version == Accounts.version(store, scope)) {
      return before.credential;
    }
    try (var snapshot = store.snapshot()) {
      long version = Accounts.version(snapshot, scope);
      var found = read(snapshot, scope, accessKeyId);
      if (found != null) {
        known.put(accessKeyId, new Known(version, found));
      }
      return found;
    }
  }

  private @Nullable Credential read(Reader reader, Scope scope, String accessKeyId) {
    var owned = directory.keys().find(reader, scope, accessKeyId);
    if (owned == null || !owned.key().status().equals("Active")) {
      return null;
    }
    var principal = principal(reader, scope, owned.owner());
    return principal == null
        ? null
        : Credential.longTerm(accessKeyId, owned.key().secretAccessKey(), principal);
  }

  private @Nullable Principal principal(Reader reader, Scope scope, String owner) {
    if (owner.equals(scope.account())) {
      return new Principal.Root(owner);
    }
    var user = directory.users().findById(reader, scope, owner);
    return user == null
        ? null
        : new Principal.User(scope.account(), user.path(), user.userName(), user.userId());
  }
}
