package brume.s3.operation;

import brume.model.s3.ListObjectsV2Output;
import brume.model.s3.ListObjectsV2Request;
import brume.s3.bucket.CanonicalUser;
import brume.s3.data.Buckets;
import brume.s3.data.Listings;
import brume.s3.listing.ContinuationToken;
import brume.s3.listing.Listing;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.s3.request.ListConditions;
import brume.s3.request.Listed;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists objects by their keys.
public final class ListObjectsV2 implements Operation<ListObjectsV2Request, ListObjectsV2Output> {
  private final Buckets buckets;
  private final Listings listings;
  private final BucketAccess access;

  public ListObjectsV2(Buckets buckets, Listings listings, BucketAccess access) {
    this.buckets = buckets;
    this.listings = listings;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListObjectsV2Request input) {
    return ListConditions.of(
        access.toBucket(call, "ListBucket", input.bucket()),
        input.prefix(),
        input.delimiter(),
        input.maxKeys());
  }

  @Override
  public ListObjectsV2Output run(Call call, ListObjectsV2Request input) {
    Lacking.refuse(input, "OptionalObjectAttributes");
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var token = input.continuationToken();
    var listing =
        Listing.of(
            input.prefix(),
            input.delimiter(),
            token == null ? input.startAfter() : ContinuationToken.decode(token),
            input.maxKeys(),
            input.encodingType());
    var page = listings.objects(bucket, listing);
    boolean withOwner = Boolean.TRUE.equals(input.fetchOwner());
    return ListObjectsV2Output.builder()
        .name(bucket.name())
        .prefix(listing.print(listing.prefix()))
        .delimiter(listing.printGiven(listing.delimiter()))
        .startAfter(listing.print(input.startAfter()))
        .maxKeys(listing.limit())
        .encodingType(input.encodingType())
        .keyCount(page.count())
        .isTruncated(page.truncated())
        .continuationToken(token)
        .nextContinuationToken(ContinuationToken.encode(page.next()))
        .contents(
            Listed.objects(page, listing, withOwner ? CanonicalUser.owner(bucket.owner()) : null))
        .commonPrefixes(Listed.commonPrefixes(page, listing))
        .build();
  }
}
