package brume.s3.data;

import brume.model.s3.ReplicationConfiguration;
import brume.s3.bucket.Setting;
import brume.s3.bucket.Versioning;
import brume.s3.notification.Cause;
import brume.s3.notification.EventMessage;
import brume.s3.notification.NotificationDelivery;
import brume.s3.notification.Subscription;
import brume.s3.object.Version;
import brume.s3.replication.Replication;
import brume.service.Outbox;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change of an object owes to others, in the transaction that changes it.
final class Consequences {
  private final Configurations configurations;

  Consequences(Configurations configurations) {
    this.configurations = configurations;
  }

  /// @param version that was put or removed
  void owe(Change change, Version version, Cause cause) {
    var bucket = change.bucket();
    var transaction = change.transaction();
    var configured = configurations.get(transaction, bucket, Setting.NOTIFICATION);
    if (configured == null) {
      return;
    }
    var id = change.versioning() == Versioning.ENABLED ? version.id() : null;
    var message = new EventMessage(bucket, change.key(), version, id, cause);
    for (var subscription : Subscription.all(configured)) {
      if (subscription.hears(cause.event(), change.key())) {
        var owed = NotificationDelivery.owed(subscription, message);
        Outbox.owe(transaction, cause.now(), owed);
      }
    }
  }

  /// The version, pending when rules of the bucket have it copied.
  Version replicated(Change change, Version version) {
    boolean copies = Replication.of(rules(change), change.key(), version).isPresent();
    var status = copies ? Replication.PENDING : null;
    return Objects.equals(status, version.replicationStatus())
        ? version
        : version.replicationStatus(status);
  }

  /// A version that was changed, pending anew when it was copied before.
  Version copiedAgain(Change change, Version version) {
    var status = version.replicationStatus();
    return status == null || status.equals(Version.REPLICA) ? version : replicated(change, version);
  }

  /// The copies of a version that is pending.
  void oweCopies(Change change, Version version, Cause cause) {
    if (Replication.PENDING.equals(version.replicationStatus())) {
      Replication.of(rules(change), change.key(), version)
          .map(copies -> copies.owed(change.bucket(), change.key(), version, cause))
          .ifPresent(owed -> Outbox.owe(change.transaction(), cause.now(), owed));
    }
  }

  private @Nullable ReplicationConfiguration rules(Change change) {
    return configurations.get(change.transaction(), change.bucket(), Setting.REPLICATION);
  }
}
