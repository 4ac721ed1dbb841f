package brume.s3.resource;

import brume.model.s3.AccelerateConfiguration;
import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.CORSConfiguration;
import brume.model.s3.DeleteBucketCorsRequest;
import brume.model.s3.DeleteBucketEncryptionRequest;
import brume.model.s3.DeleteBucketLifecycleRequest;
import brume.model.s3.DeleteBucketOwnershipControlsRequest;
import brume.model.s3.DeleteBucketReplicationRequest;
import brume.model.s3.DeleteBucketWebsiteRequest;
import brume.model.s3.DeletePublicAccessBlockRequest;
import brume.model.s3.NotificationConfiguration;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.OwnershipControls;
import brume.model.s3.PublicAccessBlockConfiguration;
import brume.model.s3.PutBucketAccelerateConfigurationRequest;
import brume.model.s3.PutBucketCorsRequest;
import brume.model.s3.PutBucketEncryptionRequest;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.model.s3.PutBucketNotificationConfigurationRequest;
import brume.model.s3.PutBucketOwnershipControlsRequest;
import brume.model.s3.PutBucketReplicationRequest;
import brume.model.s3.PutBucketVersioningRequest;
import brume.model.s3.PutBucketWebsiteRequest;
import brume.model.s3.PutObjectLockConfigurationRequest;
import brume.model.s3.PutPublicAccessBlockRequest;
import brume.model.s3.ReplicationConfiguration;
import brume.model.s3.S3Model;
import brume.model.s3.ServerSideEncryptionConfiguration;
import brume.model.s3.VersioningConfiguration;
import brume.model.s3.WebsiteConfiguration;
import brume.service.Call;
import brume.service.CommonError;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The properties of a bucket in templates that are settings of their own.
final class Settings {
  private static final Property<VersioningConfiguration> VERSIONING =
      new Property<>(
          "VersioningConfiguration",
          UnaryOperator.identity(),
          VersioningConfiguration.SHAPE,
          Settings::setVersioning,
          (call, bucket) ->
              setVersioning(
                  call, bucket, VersioningConfiguration.builder().status("Suspended").build()));

  /// A bucket that was accelerated once is suspended, as the API has it.
  private static final Property<AccelerateConfiguration> ACCELERATE_CONFIGURATION =
      new Property<>(
          "AccelerateConfiguration",
          template -> TemplateForms.renamed(template, Map.of("AccelerationStatus", "Status")),
          AccelerateConfiguration.SHAPE,
          Settings::setAcceleration,
          (call, bucket) ->
              setAcceleration(
                  call, bucket, AccelerateConfiguration.builder().status("Suspended").build()));

  private static final Property<OwnershipControls> OWNERSHIP_CONTROLS =
      new Property<>(
          "OwnershipControls",
          UnaryOperator.identity(),
          OwnershipControls.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_OWNERSHIP_CONTROLS,
                  PutBucketOwnershipControlsRequest.builder()
                      .bucket(bucket)
                      .ownershipControls(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_BUCKET_OWNERSHIP_CONTROLS,
                  new DeleteBucketOwnershipControlsRequest(bucket, null)));

  private static final Property<PublicAccessBlockConfiguration> PUBLIC_ACCESS_BLOCK_CONFIGURATION =
      new Property<>(
          "PublicAccessBlockConfiguration",
          UnaryOperator.identity(),
          PublicAccessBlockConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_PUBLIC_ACCESS_BLOCK,
                  PutPublicAccessBlockRequest.builder()
                      .bucket(bucket)
                      .publicAccessBlockConfiguration(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_PUBLIC_ACCESS_BLOCK,
                  new DeletePublicAccessBlockRequest(bucket, null)));

  private static final Property<CORSConfiguration> CORS_CONFIGURATION =
      new Property<>(
          "CorsConfiguration",
          TemplateForms::cors,
          CORSConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_CORS,
                  PutBucketCorsRequest.builder().bucket(bucket).corsConfiguration(wanted).build()),
          (call, bucket) ->
              call.invoke(S3Model.DELETE_BUCKET_CORS, new DeleteBucketCorsRequest(bucket, null)));

  private static final Property<BucketLifecycleConfiguration> LIFECYCLE_CONFIGURATION =
      new Property<>(
          "LifecycleConfiguration",
          LifecycleForm::of,
          BucketLifecycleConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_LIFECYCLE_CONFIGURATION,
                  PutBucketLifecycleConfigurationRequest.builder()
                      .bucket(bucket)
                      .lifecycleConfiguration(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_BUCKET_LIFECYCLE, new DeleteBucketLifecycleRequest(bucket, null)));

  private static final Property<WebsiteConfiguration> WEBSITE_CONFIGURATION =
      new Property<>(
          "WebsiteConfiguration",
          TemplateForms::website,
          WebsiteConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_WEBSITE,
                  PutBucketWebsiteRequest.builder()
                      .bucket(bucket)
                      .websiteConfiguration(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_BUCKET_WEBSITE, new DeleteBucketWebsiteRequest(bucket, null)));

  private static final Property<ServerSideEncryptionConfiguration> BUCKET_ENCRYPTION =
      new Property<>(
          "BucketEncryption",
          TemplateForms::encryption,
          ServerSideEncryptionConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_ENCRYPTION,
                  PutBucketEncryptionRequest.builder()
                      .bucket(bucket)
                      .serverSideEncryptionConfiguration(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_BUCKET_ENCRYPTION,
                  new DeleteBucketEncryptionRequest(bucket, null)));

  private static final Property<ObjectLockConfiguration> OBJECT_LOCK =
      new Property<>(
          "ObjectLockConfiguration",
          UnaryOperator.identity(),
          ObjectLockConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_OBJECT_LOCK_CONFIGURATION,
                  PutObjectLockConfigurationRequest.builder()
                      .bucket(bucket)
                      .objectLockConfiguration(wanted)
                      .build()),
          (_, _) -> {
            throw CommonError.VALIDATION.because("An ObjectLockConfiguration cannot be removed");
          });

  private static final Property<NotificationConfiguration> NOTIFICATION_CONFIGURATION =
      new Property<>(
          "NotificationConfiguration",
          NotificationForm::of,
          NotificationConfiguration.SHAPE,
          Settings::setNotification,
          (call, bucket) ->
              setNotification(call, bucket, NotificationConfiguration.builder().build()));

  private static final Property<ReplicationConfiguration> REPLICATION_CONFIGURATION =
      new Property<>(
          "ReplicationConfiguration",
          TemplateForms::replication,
          ReplicationConfiguration.SHAPE,
          (call, bucket, wanted) ->
              call.invoke(
                  S3Model.PUT_BUCKET_REPLICATION,
                  PutBucketReplicationRequest.builder()
                      .bucket(bucket)
                      .replicationConfiguration(wanted)
                      .build()),
          (call, bucket) ->
              call.invoke(
                  S3Model.DELETE_BUCKET_REPLICATION,
                  new DeleteBucketReplicationRequest(bucket, null)));

  /// In the order in which they are set.
  static final List<Property<?>> ALL =
      List.of(
          VERSIONING,
          ACCELERATE_CONFIGURATION,
          OWNERSHIP_CONTROLS,
          PUBLIC_ACCESS_BLOCK_CONFIGURATION,
          CORS_CONFIGURATION,
          LIFECYCLE_CONFIGURATION,
          WEBSITE_CONFIGURATION,
          BUCKET_ENCRYPTION,
          OBJECT_LOCK,
          NOTIFICATION_CONFIGURATION,
          REPLICATION_CONFIGURATION);

  private Settings() {}

  private static void setVersioning(Call call, String bucket, VersioningConfiguration wanted) {
    call.invoke(
        S3Model.PUT_BUCKET_VERSIONING,
        PutBucketVersioningRequest.builder()
            .bucket(bucket)
            .versioningConfiguration(wanted)
            .build());
  }

  private static void setAcceleration(Call call, String bucket, AccelerateConfiguration wanted) {
    call.invoke(
        S3Model.PUT_BUCKET_ACCELERATE_CONFIGURATION,
        PutBucketAccelerateConfigurationRequest.builder()
            .bucket(bucket)
            .accelerateConfiguration(wanted)
            .build());
  }

  private static void setNotification(Call call, String bucket, NotificationConfiguration wanted) {
    call.invoke(
        S3Model.PUT_BUCKET_NOTIFICATION_CONFIGURATION,
        PutBucketNotificationConfigurationRequest.builder()
            .bucket(bucket)
            .notificationConfiguration(wanted)
            .build());
  }
}
