package brume.s3.operation;

import brume.model.s3.ListObjectVersionsOutput;
import brume.model.s3.ListObjectVersionsRequest;
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

/// Lists all versions of objects and all delete markers, newest first within a key.
public final class ListObjectVersions
    implements Operation<ListObjectVersionsRequest, ListObjectVersionsOutput> {
  private final Buckets buckets;
  private final Listings listings;
  private final BucketAccess access;

  public ListObjectVersions(Buckets buckets, Listings listings, BucketAccess access) {
    this.buckets = buckets;
    this.listings = listings;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListObjectVersionsRequest input) {
    return ListConditions.of(
        access.toBucket(call, "ListBucketVersions", input.bucket()),
        input.prefix(),
        input.delimiter(),
        input.maxKeys());
  }

  @Override
  public ListObjectVersionsOutput run(Call call, ListObjectVersionsRequest input) {
    Lacking.refuse(input, "OptionalObjectAttributes");
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var listing =
        Listing.of(
                input.prefix(),
                input.delimiter(),
                input.keyMarker(),
                input.maxKeys(),
                input.encodingType())
            .within(input.versionIdMarker());
    var page = listings.versions(bucket, listing);
    var last = page.nextWithin();
    var owner = CanonicalUser.owner(bucket.owner());
    return ListObjectVersionsOutput.builder()
        .name(bucket.name())
        .prefix(listing.print(listing.prefix()))
        .delimiter(listing.printGiven(listing.delimiter()))
        .keyMarker(listing.print(listing.after()))
        .versionIdMarker(input.versionIdMarker())
        .maxKeys(listing.limit())
        .encodingType(input.encodingType())
        .isTruncated(page.truncated())
        .nextKeyMarker(listing.print(page.next()))
        .nextVersionIdMarker(last == null ? null : last.version().id())
        .versions(Listed.versions(page, listing, owner))
        .deleteMarkers(Listed.deleteMarkers(page, listing, owner))
        .commonPrefixes(Listed.commonPrefixes(page, listing))
        .build();
  }
}
