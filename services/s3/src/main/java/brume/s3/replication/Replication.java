package brume.s3.replication;

import brume.base.Bytes;
import brume.json.Json;
import brume.model.s3.Destination;
import brume.model.s3.ReplicationConfiguration;
import brume.model.s3.ReplicationRule;
import brume.s3.bucket.Bucket;
import brume.s3.notification.Cause;
import brume.s3.object.Version;
import brume.service.Owed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The copies that a bucket's rules want of one version.
///
/// @param role whose permissions make them
/// @param targets one for each bucket that gets a copy
public record Replication(String role, List<Target> targets) {
  public static final String KIND = "s3.replication";
  public static final String PENDING = "PENDING";

  /// @param bucket its ARN
  /// @param storageClass of the copy; null for that of the original
  public record Target(String bucket, @Nullable String storageClass) {}

  /// Of several rules for one destination, the one of the highest priority counts.
  public static Optional<Replication> of(
      @Nullable ReplicationConfiguration configuration, String key, Version version) {
    if (configuration == null) {
      return Optional.empty();
    }
    var targets = new LinkedHashMap<String, Target>();
    configuration.rules().stream()
        .sorted(Comparator.comparingInt(Replication::priority).reversed())
        .filter(rule -> takes(rule, key, version))
        .map(ReplicationRule::destination)
        .forEach(to -> targets.putIfAbsent(to.bucket(), target(to)));
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(new Replication(configuration.role(), List.copyOf(targets.values())));
  }

  private static int priority(ReplicationRule rule) {
    return rule.priority() == null ? 0 : rule.priority();
  }

  private static Target target(Destination destination) {
    return new Target(destination.bucket(), destination.storageClass());
  }

  private static boolean takes(ReplicationRule rule, String key, Version version) {
    var filter = RuleFilter.of(rule);
    return rule.status().equals("Enabled")
        && (!version.isDeleteMarker() || takesMarkers(rule))
        && filter.takes(key, version.tags());
  }

  /// Rules without a filter are of the older form, which copies delete markers.
  private static boolean takesMarkers(ReplicationRule rule) {
    var markers = rule.deleteMarkerReplication();
    return markers == null ? rule.filter() == null : "Enabled".equals(markers.status());
  }

  /// What a transaction owes.
  public Owed owed(Bucket bucket, String key, Version version, Cause cause) {
    var copies = new ArrayList<Json>();
    for (var target : targets) {
      copies.add(
          Json.object(
              "bucket", Json.of(target.bucket),
              "class", Json.of(Objects.requireNonNullElse(target.storageClass, ""))));
    }
    var payload =
        Json.object(
            "bucket", Json.of(bucket.name()),
            "key", Json.of(key),
            "version", Json.of(version.id()),
            "role", Json.of(role),
            "targets", new Json.Arr(copies));
    var id = cause.ids().uuid().toString();
    return new Owed(KIND, bucket.scope(), id, 1, cause.now(), Bytes.utf8(payload.print()));
  }

  /// What is owed.
  public record Order(String bucket, String key, String versionId, Replication copies) {
    public static Order of(Owed owed) {
      var payload = (Json.Obj) Json.parse(owed.payload().toUtf8());
      var targets =
          Objects.requireNonNull(payload.get("targets")).list().stream()
              .map(each -> target((Json.Obj) each))
              .toList();
      return new Order(
          text(payload, "bucket"),
          text(payload, "key"),
          text(payload, "version"),
          new Replication(text(payload, "role"), targets));
    }

    private static Target target(Json.Obj target) {
      var storageClass = text(target, "class");
      return new Target(text(target, "bucket"), storageClass.isEmpty() ? null : storageClass);
    }

    private static String text(Json.Obj payload, String name) {
      return Objects.requireNonNull(Objects.requireNonNull(payload.get(name)).text());
    }
  }
}
