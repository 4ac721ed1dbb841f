package brume.s3.data;

import static brume.model.s3.S3Error.INVALID_BUCKET_STATE;

import brume.model.s3.GetObjectAttributesParts;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Versioning;
import brume.s3.encryption.Nonces;
import brume.s3.notification.Cause;
import brume.s3.object.Version;
import org.jspecify.annotations.Nullable;

/// The copies of versions in other buckets, and what their originals know of them.
public final class Replicas {
  private final Versions versions;
  private final Contents contents;
  private final Consequences consequences;

  public Replicas(Versions versions, Contents contents, Configurations configurations) {
    this.versions = versions;
    this.contents = contents;
    consequences = new Consequences(configurations);
  }

  /// Says of a version, when it is there, what became of the copies of it.
  public void copied(Bucket bucket, String key, String versionId, String status) {
    versions.change(
        bucket,
        key,
        change -> {
          var there = change.version(versionId);
          if (there != null && there.replicationStatus() != null) {
            change.replace(there.replicationStatus(status));
          }
          return versionId;
        });
  }

  /// A copy of a version of another bucket.
  ///
  /// @param version that of the other bucket, with its id and its place in the order
  /// @param received a copy of its bytes; null for a delete marker
  /// @param parts of an object that was put in parts; null for another
  /// @param nonces of what a customer's key encrypts, whose copy the same key reads; null for
  ///   others
  public record Replica(
      Version version,
      Contents.@Nullable Received received,
      @Nullable GetObjectAttributesParts parts,
      @Nullable Nonces nonces) {}

  /// Puts a copy, unless it is there already. Throws when the bucket keeps no versions or another
  /// version has its place; the copy's content is discarded then.
  public void put(Bucket bucket, String key, Replica replica, Cause cause) {
    try {
      boolean isNew =
          versions.change(bucket, key, change -> insert(bucket, change, replica, cause));
      if (!isNew && replica.received != null) {
        contents.discard(replica.received);
      }
    } catch (RuntimeException e) {
      if (replica.received != null) {
        contents.discard(replica.received);
      }
      throw e;
    }
  }

  private boolean insert(Bucket bucket, Change change, Replica replica, Cause cause) {
    var copy = replica.version.replicationStatus(Version.REPLICA);
    if (change.version(copy.id()) != null) {
      return false;
    }
    if (change.versioning() != Versioning.ENABLED || change.isTaken(copy.order())) {
      throw INVALID_BUCKET_STATE.because("The bucket cannot take the version " + copy.id());
    }
    if (replica.received != null) {
      var content = replica.received.content();
      copy = copy.containing(content);
      contents.keep(change.transaction(), bucket, replica.received);
      Parts.put(change.transaction(), bucket, content, replica.parts, replica.nonces);
    }
    change.insert(copy);
    consequences.owe(change, copy, cause);
    return true;
  }

  /// Gives a copy the tags and the lock that its original has now; false when there is no copy.
  public boolean update(Bucket bucket, String key, Version original) {
    return versions.change(
        bucket,
        key,
        change -> {
          var there = change.version(original.id());
          if (there == null) {
            return false;
          }
          change.replace(
              there
                  .with(original.head())
                  .tagged(original.tags())
                  .replicationStatus(Version.REPLICA));
          return true;
        });
  }
}
