package brume.s3.notification;

import brume.base.Bytes;
import brume.json.Json;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;

/// Delivers what is owed to the subscribers of buckets. A destination that refuses is told again
/// later where that may help, for a day; one that is gone or lets S3 in no more is not.
public final class NotificationDelivery implements Delivery {
  static final Duration MAX_AGE = Duration.ofDays(1);

  private static final System.Logger LOG = System.getLogger(NotificationDelivery.class.getName());
  private static final String KIND = "s3.notification";

  /// What a transaction owes to a subscriber.
  public static Owed owed(Subscription subscription, EventMessage message) {
    var bucket = message.bucket();
    var cause = message.cause();
    var payload =
        Json.object(
            "bucket", Json.of(bucket.name()),
            "destination", Json.of(subscription.arn()),
            "message", message.to(subscription));
    return new Owed(
        KIND,
        bucket.scope(),
        cause.ids().uuid().toString(),
        1,
        cause.now(),
        Bytes.utf8(payload.print()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var payload = (Json.Obj) Json.parse(owed.payload().toUtf8());
    var destination = Destination.of(text(payload, "destination"), text(payload, "bucket"));
    try {
      destination.send(call, Objects.requireNonNull(payload.get("message")).print());
    } catch (ServiceException refused) {
      if (owed.mayRepeat(refused, call.now(), MAX_AGE)) {
        throw refused;
      }
      LOG.log(
          Level.WARNING,
          "An event of the bucket {0} is lost, since {1} does not take it: {2}",
          text(payload, "bucket"),
          destination.arn(),
          refused.message());
    }
    return new Outcome.Done();
  }

  private static String text(Json.Obj payload, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(payload.get(name)).text());
  }
}
