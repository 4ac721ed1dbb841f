package brume.s3;

import brume.model.s3.S3Model;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Contents;
import brume.s3.data.Listings;
import brume.s3.data.Parts;
import brume.s3.data.Versions;
import brume.s3.operation.CreateBucket;
import brume.s3.operation.DeleteBucket;
import brume.s3.operation.DeleteObject;
import brume.s3.operation.DeleteObjects;
import brume.s3.operation.GetBucketLocation;
import brume.s3.operation.GetObject;
import brume.s3.operation.HeadBucket;
import brume.s3.operation.HeadObject;
import brume.s3.operation.ListBuckets;
import brume.s3.operation.ListObjects;
import brume.s3.operation.ListObjectsV2;
import brume.s3.operation.PutObject;
import brume.s3.request.BucketAccess;
import brume.s3.request.Reading;
import brume.service.Service;
import brume.store.Store;
import brume.store.blob.Blobs;

/// The service, as the server wires it.
public final class S3 {
  private S3() {}

  /// @param blobs of this service alone, which sweeps what it does not know
  public static Service service(Store store, Blobs blobs) {
    var configurations = new Configurations(store);
    var buckets = new Buckets(store, configurations);
    var contents = new Contents(store, blobs);
    var versions = new Versions(store, contents, configurations);
    var listings = new Listings(store);
    var parts = new Parts(store);
    var access = new BucketAccess(buckets, configurations);
    var reading = new Reading(buckets, versions, parts, configurations);
    return Service.of(S3Model.SERVICE)
        .operations(
            new CreateBucket(buckets, configurations),
            new HeadBucket(buckets, access),
            new DeleteBucket(buckets, access),
            new ListBuckets(buckets),
            new GetBucketLocation(buckets, access),
            new ListObjects(buckets, listings, access),
            new ListObjectsV2(buckets, listings, access))
        .operations(
            new PutObject(buckets, versions, contents, configurations, access),
            new GetObject(reading, contents, access),
            new HeadObject(reading, access),
            new DeleteObject(buckets, versions, access, configurations),
            new DeleteObjects())
        .build();
  }
}
