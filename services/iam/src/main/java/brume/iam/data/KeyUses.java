package brume.iam.data;

import brume.base.Scope;
import brume.identity.AccessKeyIds;
import brume.model.iam.AccessKeyLastUsed;
import brume.service.Call;
import brume.service.Job;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;

/// When and for what long-term access keys were last used. Uses are noted in memory, at most one a
/// minute for each key, and written a minute later: what a crash loses is no more than that.
public final class KeyUses implements Job {
  /// Of a key that was never used. Source: IAM API reference, `AccessKeyLastUsed`.
  private static final AccessKeyLastUsed NEVER = new AccessKeyLastUsed(null, "N/A", "N/A");

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Store store;
  private final Records<AccessKeyLastUsed> records =
      new Records<>("iam.key-used", AccessKeyLastUsed.SHAPE);
  private final ConcurrentHashMap<String, Use> recent = new ConcurrentHashMap<>();

  /// @param service as actions name it
  private record Use(Instant at, String region, String service, boolean written) {}

  public KeyUses(Store store) {
    this.store = store;
  }

  /// @param service as actions name it, such as `s3`
  public void note(Call call, String service) {
    var keyId = call.context().accessKeyId();
    if (keyId == null || call.context().session() != null || isNobodys(keyId)) {
      return;
    }
    var last = recent.get(keyId);
    if (last == null || call.now().isAfter(last.at.plus(EVERY))) {
      recent.put(keyId, new Use(call.now(), call.scope().region(), service, false));
    }
  }

  /// The development key is of no account.
  private static boolean isNobodys(String keyId) {
    return AccessKeyIds.accountOf(keyId).isEmpty();
  }

  public AccessKeyLastUsed last(String keyId) {
    var use = recent.get(keyId);
    if (use != null) {
      return new AccessKeyLastUsed(use.at, use.region, use.service);
    }
    try (var snapshot = store.snapshot()) {
      var found = records.get(snapshot, scope(keyId), keyId);
      return found == null ? NEVER : found;
    }
  }

  @Override
  public String name() {
    return "iam.key-uses";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run(Call call) {
    var due = new ArrayList<String>();
    recent.forEach(
        (keyId, use) -> {
          if (!use.written) {
            due.add(keyId);
          }
        });
    for (var keyId : due) {
      var use = recent.get(keyId);
      if (use != null) {
        write(keyId, use);
      }
    }
    recent.values().removeIf(use -> use.written && call.now().isAfter(use.at.plus(EVERY)));
  }

  private void write(String keyId, Use use) {
    var scope = scope(keyId);
    Key key = records.key(scope, keyId);
    var value = new AccessKeyLastUsed(use.at, use.region, use.service);
    var _ =
        store.transact(
            Locks.of(key),
            transaction -> {
              records.put(transaction, value, scope, keyId);
              return true;
            });
    recent.replace(keyId, use, new Use(use.at, use.region, use.service, true));
  }

  private static Scope scope(String keyId) {
    return Accounts.scope(AccessKeyIds.accountOf(keyId));
  }
}
