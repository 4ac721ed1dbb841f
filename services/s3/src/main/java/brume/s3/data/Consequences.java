package brume.s3.data;

import brume.s3.bucket.Setting;
import brume.s3.bucket.Versioning;
import brume.s3.notification.Cause;
import brume.s3.notification.EventMessage;
import brume.s3.notification.NotificationDelivery;
import brume.s3.notification.Subscription;
import brume.s3.object.Version;
import brume.service.Outbox;

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
}
