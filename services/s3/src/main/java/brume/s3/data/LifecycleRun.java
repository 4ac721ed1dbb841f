package brume.s3.data;

import brume.model.s3.MultipartUpload;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Expiry;
import brume.s3.bucket.Setting;
import brume.s3.bucket.StorageClass;
import brume.s3.notification.Cause;
import brume.s3.object.Deletion;
import brume.s3.object.Version;
import brume.service.Call;
import brume.service.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out the lifecycle rules of all buckets.
public final class LifecycleRun implements Job {
  private static final String EXPIRED = "LifecycleExpiration";
  private static final String MOVED = "LifecycleTransition";
  private static final String SERVICE = "s3.amazonaws.com";

  private final Buckets buckets;
  private final Configurations configurations;
  private final Versions versions;
  private final Uploads uploads;
  private final Listings listings;
  private final Consequences consequences;

  public LifecycleRun(
      Buckets buckets,
      Configurations configurations,
      Versions versions,
      Uploads uploads,
      Listings listings) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.versions = versions;
    this.uploads = uploads;
    this.listings = listings;
    consequences = new Consequences(configurations);
  }

  @Override
  public String name() {
    return "s3-lifecycle";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var bucket : buckets.all()) {
      var configured = configurations.get(bucket, Setting.LIFECYCLE);
      var rules =
          configured == null
              ? List.<Expiry>of()
              : configured.rules().stream().map(Expiry::new).filter(Expiry::isEnabled).toList();
      if (!rules.isEmpty()) {
        var walk = new VersionWalk(bucket, rules, call);
        Listings.forEach(
            listing -> listings.versions(bucket, listing),
            entry -> entry.version().id(),
            walk::meet);
        walk.leaveKey();
        Listings.forEach(
            listing -> listings.uploads(bucket, listing),
            upload -> Objects.requireNonNull(upload.uploadId()),
            upload -> abort(bucket, rules, upload, call.now()));
      }
    }
  }

  private void abort(Bucket bucket, List<Expiry> rules, MultipartUpload upload, Instant now) {
    var key = Objects.requireNonNull(upload.key());
    var initiated = Objects.requireNonNull(upload.initiated());
    if (rules.stream().anyMatch(rule -> rule.coversUpload(key) && rule.aborts(initiated, now))) {
      uploads.abort(bucket, key, Objects.requireNonNull(upload.uploadId()));
    }
  }

  /// Meets all versions of a bucket in order, newest first within a key.
  private final class VersionWalk {
    private final Bucket bucket;
    private final List<Expiry> rules;
    private final Instant now;
    private final Cause cause;
    private final Cause moving;
    private String key = "";
    private int met;
    private Instant hidden = Instant.EPOCH;
    private Listings.@Nullable Entry lonely;

    VersionWalk(Bucket bucket, List<Expiry> rules, Call call) {
      this.bucket = bucket;
      this.rules = rules;
      now = call.now();
      cause = new Cause(EXPIRED, SERVICE, SERVICE, call.requestId(), now, call.ids());
      moving = new Cause(MOVED, SERVICE, SERVICE, call.requestId(), now, call.ids());
    }

    void meet(Listings.Entry entry) {
      var version = entry.version();
      if (entry.latest()) {
        leaveKey();
        key = entry.key();
        met = 0;
        lonely = version.isDeleteMarker() ? entry : null;
        if (!version.isDeleteMarker()) {
          expireOrMove(entry);
        }
      } else {
        lonely = null;
        removeOrMove(entry, hidden, met - 1);
      }
      hidden = version.modified();
      met++;
    }

    /// A delete marker that was alone in its key hides nothing.
    void leaveKey() {
      var marker = lonely;
      lonely = null;
      if (marker != null
          && any(marker, rule -> rule.expiresMarker(marker.version().modified(), now))) {
        remove(marker);
      }
    }

    private void expireOrMove(Listings.Entry entry) {
      var version = entry.version();
      if (any(entry, rule -> rule.expires(version.modified(), now))) {
        expire(entry);
      } else {
        move(entry, (rule, from) -> rule.moves(from, version.size(), version.modified(), now));
      }
    }

    private void removeOrMove(Listings.Entry entry, Instant since, int newer) {
      var version = entry.version();
      if (any(entry, rule -> rule.expiresNoncurrent(since, newer, now))) {
        remove(entry);
      } else if (!version.isDeleteMarker()) {
        move(entry, (rule, from) -> rule.movesNoncurrent(from, version.size(), since, newer, now));
      }
    }

    /// Of several classes the last counts, which is the cheapest.
    private void move(
        Listings.Entry entry, BiFunction<Expiry, StorageClass, Optional<StorageClass>> due) {
      var version = entry.version();
      StorageClass.named(version.storageClass())
          .flatMap(
              from ->
                  covering(entry)
                      .flatMap(rule -> due.apply(rule, from).stream())
                      .max(Comparator.naturalOrder()))
          .ifPresent(
              to -> versions.change(bucket, entry.key(), change -> moved(change, version, to)));
    }

    /// Copies in other buckets stay what they are.
    private Version moved(Change change, Version version, StorageClass to) {
      var there = change.version(version.id());
      if (there == null || !there.order().equals(version.order())) {
        return version;
      }
      var moved = there.with(there.head().toBuilder().storageClass(to.name()).build());
      change.replace(moved);
      consequences.owe(change, moved, moving);
      return moved;
    }

    private Stream<Expiry> covering(Listings.Entry entry) {
      var version = entry.version();
      return rules.stream()
          .filter(rule -> rule.covers(entry.key(), version.tags(), version.size()));
    }

    private boolean any(Listings.Entry entry, Predicate<Expiry> due) {
      return covering(entry).anyMatch(due);
    }

    private void expire(Listings.Entry entry) {
      var expected = entry.version().order();
      versions.delete(bucket, key, there -> there != null && there.order().equals(expected), cause);
    }

    private void remove(Listings.Entry entry) {
      var expected = entry.version().order();
      var deletion = new Deletion(null, null, null, false, now);
      versions.deleteVersion(
          bucket,
          entry.key(),
          entry.version().id(),
          there -> there.order().equals(expected) && !deletion.isProtected(there),
          cause);
    }
  }
}
