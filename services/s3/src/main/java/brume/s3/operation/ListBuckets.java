package brume.s3.operation;

import brume.model.s3.ListBucketsOutput;
import brume.model.s3.ListBucketsRequest;
import brume.s3.bucket.CanonicalUser;
import brume.s3.data.Buckets;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the buckets of the caller's account.
public final class ListBuckets implements Operation<ListBucketsRequest, ListBucketsOutput> {
  /// Source: Amazon S3 API reference, ListBuckets, `MaxBuckets`.
  private static final int MAX_BUCKETS = 10_000;

  private final Buckets buckets;

  public ListBuckets(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public Access access(Call call, ListBucketsRequest input) {
    return Access.toAny("s3:ListAllMyBuckets");
  }

  @Override
  public ListBucketsOutput run(Call call, ListBucketsRequest input) {
    int limit = input.maxBuckets() == null ? MAX_BUCKETS : input.maxBuckets();
    var prefix = input.prefix() == null ? "" : input.prefix();
    var found =
        buckets.list(
            call.scope(), prefix, input.continuationToken(), input.bucketRegion(), limit + 1);
    boolean more = found.size() > limit;
    var page = more ? found.subList(0, limit) : found;
    return ListBucketsOutput.builder()
        .buckets(page.stream().map(ListBuckets::listed).toList())
        .owner(CanonicalUser.owner(call.scope().account()))
        .prefix(input.prefix())
        .continuationToken(more ? page.getLast().name() : null)
        .build();
  }

  private static brume.model.s3.Bucket listed(brume.s3.bucket.Bucket bucket) {
    return brume.model.s3.Bucket.builder()
        .name(bucket.name())
        .creationDate(bucket.created())
        .bucketRegion(bucket.scope().region())
        .bucketArn(bucket.arn())
        .build();
  }
}
