package brume.s3.operation;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.CopyObjectOutput;
import brume.model.s3.CopyObjectRequest;
import brume.model.s3.CopyObjectResult;
import brume.model.s3.HeadObjectOutput;
import brume.s3.bucket.Bucket;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.encryption.CustomerKey;
import brume.s3.notification.Cause;
import brume.s3.object.Carry;
import brume.s3.object.Conditions;
import brume.s3.object.CopySource;
import brume.s3.object.ObjectKey;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.s3.request.CannedAcl;
import brume.s3.request.Copying;
import brume.s3.request.Described;
import brume.s3.request.ObjectLock;
import brume.s3.request.Payload;
import brume.s3.request.Reading;
import brume.s3.request.WriteConditions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a copy of an object.
public final class CopyObject implements Operation<CopyObjectRequest, CopyObjectOutput> {
  private static final String REPLACE = "REPLACE";

  private final Buckets buckets;
  private final Versions versions;
  private final Configurations configurations;
  private final Copying copying;
  private final BucketAccess access;

  public CopyObject(
      Buckets buckets,
      Versions versions,
      Configurations configurations,
      Copying copying,
      BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.configurations = configurations;
    this.copying = copying;
    this.access = access;
  }

  @Override
  public Access access(Call call, CopyObjectRequest input) {
    return WriteConditions.of(
            access.toObject(call, "PutObject", input.bucket(), input.key()), input)
        .and(copying.access(call, input.copySource()));
  }

  @Override
  public CopyObjectOutput run(Call call, CopyObjectRequest input) {
    ObjectKey.check(input.key());
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    CannedAcl.check(input, configurations, bucket);
    var source = copying.find(call, input);
    checkChanges(bucket, source.found(), input);
    var key = CustomerKey.in(input);
    var head = ObjectLock.on(described(source.found(), input), configurations, bucket, call.now());
    var tags =
        REPLACE.equals(input.taggingDirective())
            ? Tags.ofHeader(input.tagging())
            : source.version().tags();
    var received = copying.whole(source, algorithm(source.found(), input), key, call.ids());
    var described =
        Checksum.put(received.checksum(), head.toBuilder().eTag(received.etag()).build());
    var conditions = Conditions.of(input.ifMatch(), input.ifNoneMatch());
    var draft =
        Versions.Draft.of(described, tags, received.content(), conditions)
            .encrypted(received.nonces());
    var version = versions.put(bucket, input.key(), draft, Cause.of(call, "ObjectCreated:Copy"));
    var result =
        CopyObjectResult.builder().eTag(version.etag()).lastModified(version.modified()).build();
    var output =
        CopyObjectOutput.builder()
            .copyObjectResult(Checksum.put(received.checksum(), result))
            .copySourceVersionId(source.found().versionId())
            .versionId(version.shownId(configurations.versioning(bucket)))
            .build();
    return CustomerKey.describe(input.sseCustomerKeyMd5(), output);
  }

  private static void checkChanges(Bucket bucket, Reading.Found source, CopyObjectRequest input) {
    boolean onItself =
        source.bucket().id().equals(bucket.id())
            && CopySource.parse(input.copySource()).key().equals(input.key())
            && CopySource.parse(input.copySource()).versionId() == null;
    if (onItself
        && !REPLACE.equals(input.metadataDirective())
        && input.storageClass() == null
        && input.websiteRedirectLocation() == null
        && input.serverSideEncryption() == null
        && input.sseCustomerAlgorithm() == null) {
      throw INVALID_REQUEST.because(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
  }

  private static HeadObjectOutput described(Reading.Found source, CopyObjectRequest input) {
    var head = Described.of(input);
    return REPLACE.equals(input.metadataDirective())
        ? head
        : Carry.over(source.version().head(), head, Described.METADATA);
  }

  /// The one that is asked for, or the source's.
  private static Algorithm algorithm(Reading.Found source, CopyObjectRequest input) {
    if (input.checksumAlgorithm() != null) {
      return Payload.algorithm(input.checksumAlgorithm());
    }
    var known = Checksum.in(source.version().head());
    return known == null ? Algorithm.CRC64NVME : known.algorithm();
  }
}
