package brume.s3.data;

import brume.model.s3.GetObjectAttributesParts;
import brume.model.s3.HeadObjectOutput;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Versioning;
import brume.s3.encryption.Nonces;
import brume.s3.notification.Cause;
import brume.s3.object.Conditions;
import brume.s3.object.Content;
import brume.s3.object.Version;
import brume.s3.object.VersionId;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The versions of all objects; in a bucket that keeps no versions, each object is one.
public final class Versions {
  private static final String DELETE = "Delete";
  private static final String DELETE_MARKER_CREATED = "DeleteMarkerCreated";

  private final Store store;
  private final Contents contents;
  private final Configurations configurations;
  private final Consequences consequences;

  public Versions(Store store, Contents contents, Configurations configurations) {
    this.store = store;
    this.contents = contents;
    this.configurations = configurations;
    consequences = new Consequences(configurations);
  }

  /// The object that a reader sees; null when there is none or it was deleted.
  public @Nullable Version current(Bucket bucket, String key) {
    try (var snapshot = store.snapshot()) {
      return Change.get(snapshot, Layout.current(bucket, key));
    }
  }

  /// The version with that id, or without an id the latest one, which may be a delete marker.
  public @Nullable Version find(Bucket bucket, String key, @Nullable String versionId) {
    try (var snapshot = store.snapshot()) {
      if (versionId != null) {
        return Change.find(snapshot, bucket, key, versionId);
      }
      var current = Change.get(snapshot, Layout.current(bucket, key));
      return current == null
          ? Change.first(snapshot, Layout.versions(bucket, key).children())
          : current;
    }
  }

  /// An object to be put.
  ///
  /// @param head without version and time
  /// @param nonces of what a customer's key encrypts; null for others
  /// @param parts of an object that was put in parts; null for another
  /// @param conditions on the object that is there
  /// @param also what else the transaction does, and the contents that belong to nothing then
  public record Draft(
      HeadObjectOutput head,
      @Nullable Nonces nonces,
      Map<String, String> tags,
      Contents.Received received,
      @Nullable GetObjectAttributesParts parts,
      Conditions conditions,
      Function<Transaction, List<Content>> also) {
    /// Of an object that is put as a whole.
    public static Draft of(
        HeadObjectOutput head,
        Map<String, String> tags,
        Contents.Received received,
        Conditions conditions) {
      return new Draft(head, null, tags, received, null, conditions, _ -> List.of());
    }

    public Draft encrypted(@Nullable Nonces by) {
      return new Draft(head, by, tags, received, parts, conditions, also);
    }
  }

  /// Puts an object, which is on disk when it returns. What it replaces is gone, or an older
  /// version of it. When it throws, the draft's content is discarded.
  public Version put(Bucket bucket, String key, Draft draft, Cause cause) {
    try {
      return change(bucket, key, change -> put(bucket, change, draft, cause));
    } catch (RuntimeException e) {
      contents.discard(draft.received);
      throw e;
    }
  }

  private Version put(Bucket bucket, Change change, Draft draft, Cause cause) {
    draft.conditions.checkWrite(change.current());
    long order = change.nextOrder(cause.now());
    boolean keeps = change.versioning() == Versioning.ENABLED;
    if (!keeps) {
      removeNull(change);
    }
    var content = draft.received.content();
    var head =
        draft.head.toBuilder()
            .versionId(keeps ? VersionId.of(order, cause.ids()) : Version.NULL)
            .contentLength(content.length())
            .lastModified(cause.now())
            .build();
    var nonce = draft.nonces == null ? null : draft.nonces.single();
    var version =
        consequences.replicated(
            change, Version.of(order, head, content).tagged(draft.tags).encrypted(nonce));
    var transaction = change.transaction();
    contents.keep(transaction, bucket, draft.received);
    Parts.put(transaction, bucket, content, draft.parts, draft.nonces);
    change.add(version);
    change.dropped().addAll(draft.also.apply(transaction));
    consequences.owe(change, version, cause);
    consequences.oweCopies(change, version, cause);
    return version;
  }

  private static void removeNull(Change change) {
    var replaced = change.version(Version.NULL);
    if (replaced != null) {
      change.remove(replaced);
    }
  }

  /// What a deletion did.
  ///
  /// @param versionId of the delete marker that was made, or of the version that was removed
  /// @param marker whether that is a delete marker
  public record Deleted(@Nullable String versionId, boolean marker) {
    static final Deleted NOTHING = new Deleted(null, false);
  }

  /// Deletes an object: it is gone, or behind a delete marker.
  ///
  /// @param check of the object that is there, null for none: whether it goes; may throw as well
  /// @param cause whose event lacks yet whether it is `Delete` or `DeleteMarkerCreated`
  public Deleted delete(
      Bucket bucket, String key, Predicate<@Nullable Version> check, Cause cause) {
    return change(
        bucket,
        key,
        change -> check.test(change.current()) ? delete(change, cause) : Deleted.NOTHING);
  }

  private Deleted delete(Change change, Cause cause) {
    var versioning = change.versioning();
    var current = change.current();
    if (versioning != Versioning.ENABLED) {
      removeNull(change);
    }
    if (versioning == Versioning.OFF) {
      if (current != null) {
        consequences.owe(change, current, cause.then(DELETE));
      }
      return Deleted.NOTHING;
    }
    long order = change.nextOrder(cause.now());
    boolean keeps = versioning == Versioning.ENABLED;
    var id = keeps ? VersionId.of(order, cause.ids()) : Version.NULL;
    var told = cause.then(DELETE_MARKER_CREATED);
    var marker = Version.deleteMarker(order, id, cause.now());
    if (!told.isExpiry()) {
      marker = consequences.replicated(change, marker);
    }
    change.add(marker);
    consequences.owe(change, marker, told);
    consequences.oweCopies(change, marker, told);
    return new Deleted(id, true);
  }

  /// Removes one version for ever. One that is not there is no error.
  ///
  /// @param check of the version that is there: whether it goes; may throw as well
  /// @param cause as that of [#delete]
  public Deleted deleteVersion(
      Bucket bucket, String key, String versionId, Predicate<Version> check, Cause cause) {
    return change(
        bucket,
        key,
        change -> {
          var version = change.version(versionId);
          if (version == null || !check.test(version)) {
            return new Deleted(versionId, false);
          }
          change.remove(version);
          consequences.owe(change, version, cause.then(DELETE));
          return new Deleted(versionId, version.isDeleteMarker());
        });
  }

  /// Changes what is said of a version, not its bytes.
  ///
  /// @param found throws when there is no such version, or not one to be changed
  public Version change(
      Bucket bucket,
      String key,
      @Nullable String versionId,
      Function<@Nullable Version, Version> found,
      UnaryOperator<Version> changed,
      Cause cause) {
    return change(
        bucket,
        key,
        change -> {
          var there = versionId == null ? change.latest() : change.version(versionId);
          var version = consequences.copiedAgain(change, changed.apply(found.apply(there)));
          change.replace(version);
          consequences.owe(change, version, cause);
          consequences.oweCopies(change, version, cause);
          return version;
        });
  }

  private record Outcome<T>(T result, List<Content> dropped) {}

  <T> T change(Bucket bucket, String key, Function<Change, T> body) {
    var outcome =
        store.transact(
            Layout.gate(bucket, key),
            transaction -> {
              Buckets.check(transaction, bucket);
              var change = new Change(transaction, bucket, key, contents, configurations);
              return new Outcome<>(body.apply(change), change.dropped());
            });
    contents.release(outcome.dropped);
    return outcome.result;
  }
}
