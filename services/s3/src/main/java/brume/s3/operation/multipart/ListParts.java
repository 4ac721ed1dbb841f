package brume.s3.operation.multipart;

import brume.model.s3.ListPartsOutput;
import brume.model.s3.ListPartsRequest;
import brume.s3.bucket.CanonicalUser;
import brume.s3.data.Buckets;
import brume.s3.data.Uploads;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.UploadedPart;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the parts of an upload by their numbers.
public final class ListParts implements Operation<ListPartsRequest, ListPartsOutput> {
  /// Source: Amazon S3 API reference, ListParts, `MaxParts`.
  private static final int MAX_LISTED = 1000;

  private final Buckets buckets;
  private final Uploads uploads;
  private final BucketAccess access;

  public ListParts(Buckets buckets, Uploads uploads, BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListPartsRequest input) {
    return access.toObject(call, "ListMultipartUploadParts", input.bucket(), input.key());
  }

  @Override
  public ListPartsOutput run(Call call, ListPartsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var upload = uploads.get(bucket, input.key(), input.uploadId());
    CustomerKey.check(input, upload);
    int limit = Math.min(input.maxParts() == null ? MAX_LISTED : input.maxParts(), MAX_LISTED);
    int after = input.partNumberMarker() == null ? 0 : input.partNumberMarker();
    var found = uploads.parts(bucket, upload.id(), after, limit + 1);
    boolean more = found.size() > limit;
    var page = more ? found.subList(0, limit) : found;
    return ListPartsOutput.builder()
        .bucket(bucket.name())
        .key(input.key())
        .uploadId(upload.id())
        .initiator(CanonicalUser.initiator(upload.account()))
        .owner(CanonicalUser.owner(bucket.owner()))
        .storageClass(upload.storageClass())
        .checksumAlgorithm(upload.request().checksumAlgorithm())
        .checksumType(upload.checksumType())
        .maxParts(limit)
        .partNumberMarker(after)
        .nextPartNumberMarker(page.isEmpty() ? 0 : page.getLast().number())
        .isTruncated(more)
        .parts(page.stream().map(UploadedPart::part).toList())
        .build();
  }
}
