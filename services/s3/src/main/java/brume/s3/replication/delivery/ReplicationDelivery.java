package brume.s3.replication.delivery;

import brume.base.Arn;
import brume.identity.Principal;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.StsModel;
import brume.s3.bucket.Bucket;
import brume.s3.data.Buckets;
import brume.s3.data.Contents;
import brume.s3.data.Parts;
import brume.s3.data.Replicas;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.object.Version;
import brume.s3.replication.Replication;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the copies that are owed of a version: its role must be let in by S3's trust, may read the
/// original, and may write the copy. What is refused is `FAILED` and not tried again; what may help
/// to repeat is repeated for a day.
public final class ReplicationDelivery implements Delivery {
  static final Duration MAX_AGE = Duration.ofDays(1);

  private static final System.Logger LOG = System.getLogger(ReplicationDelivery.class.getName());
  private static final Principal.Service S3 = new Principal.Service("s3.amazonaws.com");
  private static final String CREATED = "ObjectCreated:Put";
  private static final String REMOVED = "ObjectRemoved:DeleteMarkerCreated";

  private final Buckets buckets;
  private final Versions versions;
  private final Replicas replicas;
  private final Contents contents;
  private final Parts parts;
  private final BucketAccess access;

  public ReplicationDelivery(
      Buckets buckets,
      Versions versions,
      Replicas replicas,
      Contents contents,
      Parts parts,
      BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.replicas = replicas;
    this.contents = contents;
    this.parts = parts;
    this.access = access;
  }

  @Override
  public String kind() {
    return Replication.KIND;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var order = Replication.Order.of(owed);
    var source = buckets.find(order.bucket());
    var version = source == null ? null : versions.find(source, order.key(), order.versionId());
    if (source != null && version != null) {
      copy(call, source, order, version, owed);
    }
    return new Outcome.Done();
  }

  private void copy(Call call, Bucket source, Replication.Order order, Version version, Owed owed) {
    var status = "COMPLETED";
    @Nullable Call session = null;
    for (var target : order.copies().targets()) {
      try {
        session = session == null ? session(call, source, order.copies().role()) : session;
        copy(session, source, order.key(), version, target);
      } catch (ServiceException refused) {
        if (owed.mayRepeat(refused, call.now(), MAX_AGE)) {
          throw refused;
        }
        status = "FAILED";
        LOG.log(
            Level.WARNING,
            "The version {0} of {1}/{2} is not copied to {3}: {4}",
            version.id(),
            source.name(),
            order.key(),
            target.bucket(),
            refused.message());
      }
    }
    replicas.copied(source, order.key(), version.id(), status);
  }

  private static Call session(Call call, Bucket source, String role) {
    var request =
        AssumeRoleRequest.builder().roleArn(role).roleSessionName("s3-replication").build();
    var answer =
        call.in(source.scope())
            .as(S3, Arn.parse(source.arn()).orElseThrow())
            .invoke(StsModel.ASSUME_ROLE, request);
    var session = Objects.requireNonNull(answer.credentials());
    var known = call.platform().credentials().find(session.accessKeyId(), session.sessionToken());
    return call.in(source.scope()).as(Objects.requireNonNull(known, "The session is not known"));
  }

  private void copy(
      Call session, Bucket source, String key, Version version, Replication.Target target) {
    var name = Arn.parse(target.bucket()).orElseThrow().resource();
    session.authorize(needs(session, source, key, version, name));
    var bucket = buckets.get(name);
    if (replicas.update(bucket, key, version)) {
      return;
    }
    var event = version.isDeleteMarker() ? REMOVED : CREATED;
    replicas.put(bucket, key, replica(session, source, version), Cause.of(session, event));
  }

  /// Source: Amazon S3 User Guide, "Setting up permissions for live replication".
  private Access needs(Call session, Bucket source, String key, Version version, String target) {
    var configured = access.toBucket(session, "GetReplicationConfiguration", source.name());
    if (version.isDeleteMarker()) {
      return configured.and(access.toObject(session, "ReplicateDelete", target, key));
    }
    var needs =
        configured
            .and(access.toObject(session, "GetObjectVersionForReplication", source.name(), key))
            .and(access.toObject(session, "ReplicateObject", target, key));
    return version.tags().isEmpty()
        ? needs
        : needs
            .and(access.toObject(session, "GetObjectVersionTagging", source.name(), key))
            .and(access.toObject(session, "ReplicateTags", target, key));
  }

  private Replicas.Replica replica(Call session, Bucket source, Version version) {
    if (version.isDeleteMarker()) {
      return new Replicas.Replica(version, null, null, null);
    }
    var region = Contents.Region.all(source, version.content());
    return new Replicas.Replica(
        version,
        received(session, region),
        parts.of(source, version),
        parts.nonces(source, version));
  }

  private Contents.@Nullable Received received(Call session, Contents.Region region) {
    try {
      return contents.join(List.of(region), session.ids());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
