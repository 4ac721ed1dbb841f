package brume.s3.notification;

import brume.base.PercentCode;
import brume.json.Json;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.CanonicalUser;
import brume.s3.object.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What destinations are told of a change of an object.
///
/// Source: Amazon S3 User Guide, "Event message structure".
///
/// @param version that was put or removed
/// @param versionId null in a bucket that keeps no versions
public record EventMessage(
    Bucket bucket, String key, Version version, @Nullable String versionId, Cause cause) {
  private static final String TRANSITION = "LifecycleTransition";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  Json.Obj to(Subscription subscription) {
    var record =
        Json.object(
            "eventVersion", Json.of(structure()),
            "eventSource", Json.of("aws:s3"),
            "awsRegion", Json.of(bucket.scope().region()),
            "eventTime", Json.of(TIME.format(cause.now())),
            "eventName", Json.of(cause.event()),
            "userIdentity", Json.object("principalId", Json.of(cause.principal())),
            "requestParameters", Json.object("sourceIPAddress", Json.of(cause.sourceIp())),
            "responseElements", Json.object("x-amz-request-id", Json.of(cause.requestId())),
            "s3",
                Json.object(
                    "s3SchemaVersion", Json.of("1.0"),
                    "configurationId", Json.of(subscription.id()),
                    "bucket", describedBucket(),
                    "object", describedObject()));
    var whole =
        cause.event().equals(TRANSITION) ? record.with("lifecycleEventData", moved()) : record;
    return Json.object("Records", Json.array(whole));
  }

  /// The version of the message's structure.
  private String structure() {
    var event = cause.event();
    return event.startsWith("Lifecycle") || event.startsWith("ObjectTagging") ? "2.3" : "2.1";
  }

  private Json.Obj moved() {
    return Json.object(
        "transitionEventData",
        Json.object("destinationStorageClass", Json.of(version.storageClass())));
  }

  private Json.Obj describedBucket() {
    return Json.object(
        "name", Json.of(bucket.name()),
        "ownerIdentity", Json.object("principalId", Json.of(CanonicalUser.of(bucket.owner()))),
        "arn", Json.of(bucket.arn()));
  }

  private Json.Obj describedObject() {
    var object = new LinkedHashMap<String, Json>();
    object.put("key", Json.of(PercentCode.encodePath(key).replace("%20", "+")));
    if (!cause.event().startsWith("ObjectRemoved") && !version.isDeleteMarker()) {
      object.put("size", Json.of(version.size()));
      object.put("eTag", Json.of(version.etag().replace("\"", "")));
    }
    if (versionId != null) {
      object.put("versionId", Json.of(versionId));
    }
    object.put("sequencer", Json.of("%018X".formatted(sequencer())));
    return new Json.Obj(object);
  }

  /// Larger for what happened to the key later.
  private long sequencer() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, cause.now());
    boolean made = cause.event().startsWith("ObjectCreated") || version.isDeleteMarker();
    return made ? version.order() : Math.max(micros, version.order() + 1);
  }

  /// What queues and topics get when they become a destination.
  static Json.Obj test(Bucket bucket, String requestId, Instant now) {
    return Json.object(
        "Service", Json.of("Amazon S3"),
        "Event", Json.of("s3:TestEvent"),
        "Time", Json.of(TIME.format(now)),
        "Bucket", Json.of(bucket.name()),
        "RequestId", Json.of(requestId));
  }
}
