package brume.iam.decision;

import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.iam.data.Permissions;
import brume.identity.Principal;
import brume.identity.Slots;
import brume.store.Store;
import org.jspecify.annotations.Nullable;

/// The policies of callers. What was collected once holds until the account's IAM changes, which
/// one read tells.
public final class Identities {
  private static final int REMEMBERED = 4096;

  private final Store store;
  private final Directory directory;
  private final Slots<String, Known> known = new Slots<>(REMEMBERED);

  private record Known(long version, Identity identity) {}

  public Identities(Store store) {
    this.store = store;
    this.directory = Directory.of(store);
  }

  /// Null when the user or role is gone, whatever credentials of it are still about.
  public @Nullable Identity of(Principal principal) {
    return switch (principal) {
      case Principal.User user -> stored(user, user.userId());
      case Principal.AssumedRole session -> stored(session, session.roleId());
      case Principal.FederatedUser user -> of(user.issuer());
      case Principal.Root _, Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
          Identity.NONE;
    };
  }

  private @Nullable Identity stored(Principal principal, String id) {
    var scope = Accounts.scope(principal.account());
    var key = principal.account() + id;
    var before = known.get(key);
    if (before != null && before.version == Accounts.version(store, scope)) {
      return before.identity;
    }
    try (var snapshot = store.snapshot()) {
      long version = Accounts.version(snapshot, scope);
      var permissions =
          principal instanceof Principal.User
              ? Permissions.ofUser(directory, snapshot, scope, id)
              : Permissions.ofRole(directory, snapshot, scope, id);
      if (permissions == null) {
        return null;
      }
      var identity = Identity.of(permissions);
      known.put(key, new Known(version, identity));
      return identity;
    }
  }
}
