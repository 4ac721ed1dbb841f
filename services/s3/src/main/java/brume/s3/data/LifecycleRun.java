package brume.s3.data;

import brume.model.s3.MultipartUpload;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Expiry;
import brume.s3.bucket.Setting;
import brume.s3.listing.Listing;
import brume.s3.listing.Page;
import brume.s3.notification.Cause;
import brume.s3.object.Deletion;
import brume.service.Call;
import brume.service.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Carries out the lifecycle rules of all buckets.
public final class LifecycleRun implements Job {
  private static final String EVENTS = "LifecycleExpiration";
  private static final String SERVICE = "s3.amazonaws.com";

  private final Buckets buckets;
  private final Configurations configurations;
  private final Versions versions;
  private final Uploads uploads;
  private final Listings listings;

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
        forEach(
            listing -> listings.versions(bucket, listing),
            entry -> entry.version().id(),
            walk::meet);
        walk.leaveKey();
        forEach(
            listing -> listings.uploads(bucket, listing),
            upload -> Objects.requireNonNull(upload.uploadId()),
            upload -> abort(bucket, rules, upload, call.now()));
      }
    }
  }

  private static <T> void forEach(
      Function<Listing, Page<T>> list, Function<T, String> id, Consumer<T> each)
      throws InterruptedException {
    var listing = Listing.of(null, null, null, null, null);
    while (true) {
      var page = list.apply(listing);
      for (var entry : page.entries()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        each.accept(entry);
      }
      var last = page.nextWithin();
      if (last == null) {
        return;
      }
      listing = Listing.of(null, null, page.next(), null, null).within(id.apply(last));
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
    private String key = "";
    private int met;
    private Instant hidden = Instant.EPOCH;
    private Listings.@Nullable Entry lonely;

    VersionWalk(Bucket bucket, List<Expiry> rules, Call call) {
      this.bucket = bucket;
      this.rules = rules;
      now = call.now();
      cause = new Cause(EVENTS, SERVICE, SERVICE, call.requestId(), now, call.ids());
    }

    void meet(Listings.Entry entry) {
      var version = entry.version();
      if (entry.latest()) {
        leaveKey();
        key = entry.key();
        met = 0;
        lonely = version.isDeleteMarker() ? entry : null;
        if (!version.isDeleteMarker()
            && any(entry, rule -> rule.expires(version.modified(), now))) {
          expire(entry);
        }
      } else {
        lonely = null;
        var since = hidden;
        int newer = met - 1;
        if (any(entry, rule -> rule.expiresNoncurrent(since, newer, now))) {
          remove(entry);
        }
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

    private boolean any(Listings.Entry entry, Predicate<Expiry> due) {
      var version = entry.version();
      return rules.stream()
          .anyMatch(
              rule -> rule.covers(entry.key(), version.tags(), version.size()) && due.test(rule));
    }

    private void expire(Listings.Entry entry) {
      var expected = entry.version().order();
      versions.delete(bucket, key, there -> there != null && there.order().equals(expected), cause);
    }

    private void remove(Listings.Entry entry) {
      var deletion = new Deletion(null, null, null, false, now);
      versions.deleteVersion(
          bucket, entry.key(), entry.version().id(), there -> !deletion.isProtected(there), cause);
    }
  }
}
