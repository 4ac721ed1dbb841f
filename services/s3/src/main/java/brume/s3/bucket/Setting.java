package brume.s3.bucket;

import brume.model.s3.AccelerateConfiguration;
import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.CORSConfiguration;
import brume.model.s3.GetBucketPolicyOutput;
import brume.model.s3.NotificationConfiguration;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.OwnershipControls;
import brume.model.s3.PublicAccessBlockConfiguration;
import brume.model.s3.ReplicationConfiguration;
import brume.model.s3.ServerSideEncryptionConfiguration;
import brume.model.s3.Tagging;
import brume.model.s3.VersioningConfiguration;
import brume.model.s3.WebsiteConfiguration;
import brume.shape.Structure;
import brume.shape.StructureShape;

/// What can be configured of a bucket.
///
/// @param name under which it is stored
/// @param shape of its values
public record Setting<T extends Structure>(String name, StructureShape<T> shape) {
  public static final Setting<VersioningConfiguration> VERSIONING =
      new Setting<>("versioning", VersioningConfiguration.SHAPE);
  public static final Setting<GetBucketPolicyOutput> POLICY =
      new Setting<>("policy", GetBucketPolicyOutput.SHAPE);
  public static final Setting<PublicAccessBlockConfiguration> PUBLIC_ACCESS_BLOCK =
      new Setting<>("public-access-block", PublicAccessBlockConfiguration.SHAPE);
  public static final Setting<OwnershipControls> OWNERSHIP =
      new Setting<>("ownership", OwnershipControls.SHAPE);
  public static final Setting<CORSConfiguration> CORS =
      new Setting<>("cors", CORSConfiguration.SHAPE);
  public static final Setting<BucketLifecycleConfiguration> LIFECYCLE =
      new Setting<>("lifecycle", BucketLifecycleConfiguration.SHAPE);
  public static final Setting<ServerSideEncryptionConfiguration> ENCRYPTION =
      new Setting<>("encryption", ServerSideEncryptionConfiguration.SHAPE);
  public static final Setting<WebsiteConfiguration> WEBSITE =
      new Setting<>("website", WebsiteConfiguration.SHAPE);
  public static final Setting<Tagging> TAGGING = new Setting<>("tagging", Tagging.SHAPE);
  public static final Setting<ObjectLockConfiguration> OBJECT_LOCK =
      new Setting<>("object-lock", ObjectLockConfiguration.SHAPE);
  public static final Setting<AccelerateConfiguration> ACCELERATION =
      new Setting<>("acceleration", AccelerateConfiguration.SHAPE);
  public static final Setting<NotificationConfiguration> NOTIFICATION =
      new Setting<>("notification", NotificationConfiguration.SHAPE);
  public static final Setting<ReplicationConfiguration> REPLICATION =
      new Setting<>("replication", ReplicationConfiguration.SHAPE);
}
