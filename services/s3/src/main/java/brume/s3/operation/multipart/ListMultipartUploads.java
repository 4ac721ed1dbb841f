package brume.s3.operation.multipart;

import brume.model.s3.ListMultipartUploadsOutput;
import brume.model.s3.ListMultipartUploadsRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Listings;
import brume.s3.listing.Listing;
import brume.s3.request.BucketAccess;
import brume.s3.request.ListConditions;
import brume.s3.request.Listed;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the uploads that are under way, by their keys.
public final class ListMultipartUploads
    implements Operation<ListMultipartUploadsRequest, ListMultipartUploadsOutput> {
  private final Buckets buckets;
  private final Listings listings;
  private final BucketAccess access;

  public ListMultipartUploads(Buckets buckets, Listings listings, BucketAccess access) {
    this.buckets = buckets;
    this.listings = listings;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListMultipartUploadsRequest input) {
    return ListConditions.of(
        access.toBucket(call, "ListBucketMultipartUploads", input.bucket()),
        input.prefix(),
        input.delimiter(),
        null);
  }

  @Override
  public ListMultipartUploadsOutput run(Call call, ListMultipartUploadsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var listing =
        Listing.of(
                input.prefix(),
                input.delimiter(),
                input.keyMarker(),
                input.maxUploads(),
                input.encodingType())
            .within(input.uploadIdMarker());
    var page = listings.uploads(bucket, listing);
    var last = page.nextWithin();
    return ListMultipartUploadsOutput.builder()
        .bucket(bucket.name())
        .prefix(listing.printGiven(listing.prefix()))
        .delimiter(listing.printGiven(listing.delimiter()))
        .keyMarker(listing.print(listing.after()))
        .uploadIdMarker(input.uploadIdMarker())
        .maxUploads(listing.limit())
        .encodingType(input.encodingType())
        .isTruncated(page.truncated())
        .nextKeyMarker(listing.print(page.next()))
        .nextUploadIdMarker(last == null ? null : last.uploadId())
        .uploads(
            page.entries().stream()
                .map(upload -> upload.toBuilder().key(listing.print(upload.key())).build())
                .toList())
        .commonPrefixes(Listed.commonPrefixes(page, listing))
        .build();
  }
}
