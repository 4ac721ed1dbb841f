package brume.cognito.identity.data;

import brume.store.Store;

/// All that identity pools keep.
public record IdentityDirectory(IdentityPools pools, Identities identities) {
  public static IdentityDirectory of(Store store) {
    var pools = new IdentityPools(store);
    return new IdentityDirectory(pools, new Identities(store, pools));
  }
}
