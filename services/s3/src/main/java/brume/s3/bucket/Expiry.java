package brume.s3.bucket;

import brume.model.s3.LifecycleRule;
import brume.model.s3.LifecycleRuleFilter;
import brume.model.s3.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a lifecycle rule covers, and when it acts.
///
/// Source: Amazon S3 User Guide, "Lifecycle configuration elements".
public record Expiry(LifecycleRule rule) {
  /// Smaller objects keep their class. Source: Amazon S3 User Guide, "Transitioning objects using
  /// Amazon S3 Lifecycle".
  static final long MIN_MOVED_BYTES = 128 * 1024;

  public boolean isEnabled() {
    return rule.status().equals("Enabled");
  }

  public boolean covers(String key, Map<String, String> tags, long size) {
    var filter = rule.filter();
    var prefix = prefix();
    if (prefix != null && !key.startsWith(prefix)) {
      return false;
    }
    return filter == null || (coversTags(filter, tags) && coversSize(filter, size));
  }

  /// Whether it moves an object that it covers: small ones it does when it speaks of sizes.
  private boolean isMoved(long size) {
    var filter = rule.filter();
    var and = filter == null ? null : filter.and();
    boolean speaksOfSizes =
        and != null
            ? and.objectSizeGreaterThan() != null || and.objectSizeLessThan() != null
            : filter != null
                && (filter.objectSizeGreaterThan() != null || filter.objectSizeLessThan() != null);
    return speaksOfSizes || size >= MIN_MOVED_BYTES;
  }

  /// The class to which an object that a reader sees moves, if any.
  public Optional<StorageClass> moves(StorageClass from, long size, Instant modified, Instant now) {
    return TransitionRules.current(rule).stream()
        .filter(
            move ->
                move.date() != null
                    ? !now.isBefore(move.date())
                    : isOver(modified, move.days(), now))
        .flatMap(move -> to(move.storageClass(), from, size))
        .max(Comparator.naturalOrder());
  }

  /// The class to which a version that others hide moves, if any.
  ///
  /// @param hidden since when
  /// @param newer how many of the versions that hide it are hidden, too
  public Optional<StorageClass> movesNoncurrent(
      StorageClass from, long size, Instant hidden, int newer, Instant now) {
    return TransitionRules.noncurrent(rule).stream()
        .filter(move -> isBehind(move.newerNoncurrentVersions(), newer))
        .filter(move -> isOver(hidden, move.noncurrentDays(), now))
        .flatMap(move -> to(move.storageClass(), from, size))
        .max(Comparator.naturalOrder());
  }

  private static boolean isBehind(@Nullable Integer kept, int newer) {
    return kept == null || newer >= kept;
  }

  private Stream<StorageClass> to(@Nullable String name, StorageClass from, long size) {
    var known = name == null ? Optional.<StorageClass>empty() : StorageClass.named(name);
    return known.stream().filter(other -> isMoved(size) && from.mayBecome(other));
  }

  /// Whether it covers uploads of the key, which have neither size nor tags yet.
  public boolean coversUpload(String key) {
    var prefix = prefix();
    return prefix == null || key.startsWith(prefix);
  }

  private @Nullable String prefix() {
    var filter = rule.filter();
    if (filter == null) {
      return rule.prefix();
    }
    return filter.and() == null ? filter.prefix() : filter.and().prefix();
  }

  private static boolean coversTags(LifecycleRuleFilter filter, Map<String, String> tags) {
    var and = filter.and();
    var several = and == null || and.tags() == null ? List.<Tag>of() : and.tags();
    var wanted = filter.tag() == null ? several : List.of(filter.tag());
    return wanted.stream().allMatch(tag -> tag.value().equals(tags.get(tag.key())));
  }

  private static boolean coversSize(LifecycleRuleFilter filter, long size) {
    var and = filter.and();
    var above = and == null ? filter.objectSizeGreaterThan() : and.objectSizeGreaterThan();
    var below = and == null ? filter.objectSizeLessThan() : and.objectSizeLessThan();
    return (above == null || size > above) && (below == null || size < below);
  }

  /// Whether an object that a reader sees has expired.
  public boolean expires(Instant modified, Instant now) {
    var expiration = rule.expiration();
    if (expiration == null) {
      return false;
    }
    return expiration.date() != null
        ? !now.isBefore(expiration.date())
        : isOver(modified, expiration.days(), now);
  }

  /// Whether a delete marker goes that hides nothing any more.
  public boolean expiresMarker(Instant modified, Instant now) {
    var expiration = rule.expiration();
    return expiration != null
        && (Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker())
            || isOver(modified, expiration.days(), now));
  }

  /// Whether a version that others hide has expired.
  ///
  /// @param hidden since when
  /// @param newer how many of the versions that hide it are hidden, too
  public boolean expiresNoncurrent(Instant hidden, int newer, Instant now) {
    var expiration = rule.noncurrentVersionExpiration();
    if (expiration == null) {
      return false;
    }
    return isBehind(expiration.newerNoncurrentVersions(), newer)
        && isOver(hidden, expiration.noncurrentDays(), now);
  }

  /// Whether an upload has been under way for too long.
  public boolean aborts(Instant initiated, Instant now) {
    var abort = rule.abortIncompleteMultipartUpload();
    return abort != null && isOver(initiated, abort.daysAfterInitiation(), now);
  }

  /// Days end at the midnight, in UTC, that follows.
  private static boolean isOver(Instant since, @Nullable Integer days, Instant now) {
    if (days == null) {
      return false;
    }
    var end = since.plus(Duration.ofDays(days));
    var midnight = end.truncatedTo(ChronoUnit.DAYS);
    return !now.isBefore(midnight.equals(end) ? end : midnight.plus(Duration.ofDays(1)));
  }
}
