package brume.s3.operation;

import brume.model.s3.PutObjectOutput;
import brume.model.s3.PutObjectRequest;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Contents;
import brume.s3.data.Versions;
import brume.s3.encryption.CustomerKey;
import brume.s3.form.FormUpload;
import brume.s3.notification.Cause;
import brume.s3.object.Conditions;
import brume.s3.object.ObjectKey;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.s3.request.CannedAcl;
import brume.s3.request.Described;
import brume.s3.request.ObjectLock;
import brume.s3.request.Payload;
import brume.s3.request.WriteConditions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an object in place of whatever has its key.
public final class PutObject implements Operation<PutObjectRequest, PutObjectOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final Contents contents;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutObject(
      Buckets buckets,
      Versions versions,
      Contents contents,
      Configurations configurations,
      BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.contents = contents;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectRequest input) {
    var bucket = input.bucket();
    var needs = WriteConditions.of(access.toObject(call, "PutObject", bucket, input.key()), input);
    return input.tagging() == null
        ? needs
        : needs.and(access.toObject(call, "PutObjectTagging", bucket, input.key()));
  }

  @Override
  public PutObjectOutput run(Call call, PutObjectRequest input) {
    ObjectKey.check(input.key());
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    CannedAcl.check(input, configurations, bucket);
    var head = ObjectLock.on(Described.of(input), configurations, bucket, call.now());
    var tags = Tags.ofHeader(input.tagging());
    var conditions = Conditions.of(input.ifMatch(), input.ifNoneMatch());
    var payload = Payload.of(input, input.body(), input.contentMd5(), Algorithm.CRC64NVME);
    var key = CustomerKey.in(input);
    var received = payload.receive(contents, call.ids(), key);
    var described =
        Checksum.put(received.checksum(), head.toBuilder().eTag(received.etag()).build());
    var draft =
        Versions.Draft.of(described, tags, received.content(), conditions)
            .encrypted(received.nonces());
    var version = versions.put(bucket, input.key(), draft, Cause.of(call, event(call)));
    var output =
        PutObjectOutput.builder()
            .eTag(version.etag())
            .serverSideEncryption(version.head().serverSideEncryption())
            .sseCustomerAlgorithm(version.head().sseCustomerAlgorithm())
            .sseCustomerKeyMd5(version.head().sseCustomerKeyMd5())
            .versionId(version.shownId(configurations.versioning(bucket)))
            .build();
    return Checksum.put(received.checksum(), output);
  }

  private static String event(Call call) {
    boolean form = call.context().keys().containsKey(FormUpload.AUTH_TYPE);
    return form ? "ObjectCreated:Post" : "ObjectCreated:Put";
  }
}
