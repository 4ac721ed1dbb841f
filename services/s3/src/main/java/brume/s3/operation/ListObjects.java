package brume.s3.operation;

import brume.model.s3.ListObjectsOutput;
import brume.model.s3.ListObjectsRequest;
import brume.s3.bucket.CanonicalUser;
import brume.s3.data.Buckets;
import brume.s3.data.Listings;
import brume.s3.listing.Listing;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.s3.request.ListConditions;
import brume.s3.request.Listed;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists objects as the first version of the API did.
public final class ListObjects implements Operation<ListObjectsRequest, ListObjectsOutput> {
  private final Buckets buckets;
  private final Listings listings;
  private final BucketAccess access;

  public ListObjects(Buckets buckets, Listings listings, BucketAccess access) {
    this.buckets = buckets;
    this.listings = listings;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListObjectsRequest input) {
    return ListConditions.of(
        access.toBucket(call, "ListBucket", input.bucket()),
        input.prefix(),
        input.delimiter(),
        input.maxKeys());
  }

  @Override
  public ListObjectsOutput run(Call call, ListObjectsRequest input) {
    Lacking.refuse(input, "OptionalObjectAttributes");
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var listing =
        Listing.of(
            input.prefix(),
            input.delimiter(),
            input.marker(),
            input.maxKeys(),
            input.encodingType());
    var page = listings.objects(bucket, listing);
    return ListObjectsOutput.builder()
        .name(bucket.name())
        .prefix(listing.print(listing.prefix()))
        .delimiter(listing.printGiven(listing.delimiter()))
        .marker(listing.print(listing.after()))
        .maxKeys(listing.limit())
        .encodingType(input.encodingType())
        .isTruncated(page.truncated())
        .nextMarker(listing.delimiter().isEmpty() ? null : listing.print(page.next()))
        .contents(Listed.objects(page, listing, CanonicalUser.owner(bucket.owner())))
        .commonPrefixes(Listed.commonPrefixes(page, listing))
        .build();
  }
}
