package brume.iam;

import brume.base.Ids;
import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.iam.request.Self;
import brume.identity.AccessKeyIds;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.model.iam.AccessKey;
import brume.store.Store;
import java.time.InstantSource;

/// The access key with which the owner of an account begins.
public final class RootKeys {
  private final Directory directory;
  private final Ids ids;
  private final InstantSource clock;

  public RootKeys(Store store, Ids ids, InstantSource clock) {
    this.directory = Directory.of(store);
    this.ids = ids;
    this.clock = clock;
  }

  /// The first access key of the account's root user, made at the first time and durable then. A
  /// root user without any key, since it deleted them, gets a new one.
  public Credential of(String account) {
    var fresh =
        AccessKey.builder()
            .accessKeyId(AccessKeyIds.issue(AccessKeyIds.LONG_TERM, account, ids))
            .secretAccessKey(AccessKeyIds.secret(ids))
            .userName(Self.ROOT)
            .status("Active")
            .createDate(clock.instant())
            .build();
    var key = directory.keys().first(Accounts.scope(account), fresh);
    return Credential.longTerm(
        key.accessKeyId(), key.secretAccessKey(), new Principal.Root(account));
  }
}
