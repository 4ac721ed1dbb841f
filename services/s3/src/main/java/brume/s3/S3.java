package brume.s3;

import brume.model.s3.S3Model;
import brume.s3.data.BlobRecords;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Contents;
import brume.s3.data.Leftovers;
import brume.s3.data.LifecycleRun;
import brume.s3.data.Listings;
import brume.s3.data.Orphans;
import brume.s3.data.Parts;
import brume.s3.data.Replicas;
import brume.s3.data.Scrub;
import brume.s3.data.StorageMetrics;
import brume.s3.data.Uploads;
import brume.s3.data.Versions;
import brume.s3.notification.NotificationDelivery;
import brume.s3.operation.CopyObject;
import brume.s3.operation.CreateBucket;
import brume.s3.operation.DeleteBucket;
import brume.s3.operation.DeleteObject;
import brume.s3.operation.DeleteObjectTagging;
import brume.s3.operation.DeleteObjects;
import brume.s3.operation.GetBucketAcl;
import brume.s3.operation.GetBucketLocation;
import brume.s3.operation.GetObject;
import brume.s3.operation.GetObjectAcl;
import brume.s3.operation.GetObjectAttributes;
import brume.s3.operation.GetObjectLegalHold;
import brume.s3.operation.GetObjectRetention;
import brume.s3.operation.GetObjectTagging;
import brume.s3.operation.HeadBucket;
import brume.s3.operation.HeadObject;
import brume.s3.operation.ListBuckets;
import brume.s3.operation.ListObjectVersions;
import brume.s3.operation.ListObjects;
import brume.s3.operation.ListObjectsV2;
import brume.s3.operation.PutBucketAcl;
import brume.s3.operation.PutObject;
import brume.s3.operation.PutObjectAcl;
import brume.s3.operation.PutObjectLegalHold;
import brume.s3.operation.PutObjectRetention;
import brume.s3.operation.PutObjectTagging;
import brume.s3.operation.multipart.AbortMultipartUpload;
import brume.s3.operation.multipart.CompleteMultipartUpload;
import brume.s3.operation.multipart.CreateMultipartUpload;
import brume.s3.operation.multipart.ListMultipartUploads;
import brume.s3.operation.multipart.ListParts;
import brume.s3.operation.multipart.UploadPart;
import brume.s3.operation.multipart.UploadPartCopy;
import brume.s3.operation.setting.SettingOperations;
import brume.s3.replication.delivery.ReplicationDelivery;
import brume.s3.request.BucketAccess;
import brume.s3.request.Copying;
import brume.s3.request.Plaintext;
import brume.s3.request.Reading;
import brume.s3.resource.BucketPolicyResource;
import brume.s3.resource.BucketResource;
import brume.s3.site.BucketPages;
import brume.s3.site.BucketReception;
import brume.s3.site.Website;
import brume.service.Operation;
import brume.service.Service;
import brume.store.Store;
import brume.store.blob.Blobs;

/// The service, as the server wires it.
public final class S3 {
  private final Configurations configurations;
  private final Buckets buckets;
  private final BlobRecords records;
  private final Contents contents;
  private final Versions versions;
  private final Replicas replicas;
  private final Uploads uploads;
  private final Listings listings;
  private final Parts parts;
  private final BucketAccess access;
  private final Reading reading;
  private final Plaintext plaintext;
  private final Copying copying;

  private S3(Store store, Blobs blobs) {
    configurations = new Configurations(store);
    buckets = new Buckets(store, configurations);
    records = new BlobRecords(store);
    contents = new Contents(store, blobs, records);
    versions = new Versions(store, contents, configurations);
    replicas = new Replicas(versions, contents, configurations);
    uploads = new Uploads(store, contents);
    listings = new Listings(store);
    parts = new Parts(store);
    access = new BucketAccess(buckets, configurations);
    reading = new Reading(buckets, versions, parts, configurations);
    plaintext = new Plaintext(contents, parts);
    copying = new Copying(reading, contents, plaintext, access);
  }

  /// @param blobs of this service alone, which sweeps away what it does not know
  public static Service service(Store store, Blobs blobs) {
    var s3 = new S3(store, blobs);
    return Service.of(S3Model.SERVICE)
        .operations(s3.onBucketsAndObjects())
        .operations(s3.onUploads())
        .operations(SettingOperations.all(s3.buckets, s3.configurations, s3.access))
        .jobs(
            new Leftovers(store, s3.uploads, s3.listings),
            new Orphans(blobs, s3.records),
            new Scrub(s3.contents, s3.records),
            new LifecycleRun(s3.buckets, s3.configurations, s3.versions, s3.uploads, s3.listings),
            new StorageMetrics(s3.buckets, s3.uploads, s3.listings))
        .sites(new Website(s3.buckets, s3.configurations))
        .deliveries(
            new NotificationDelivery(),
            new ReplicationDelivery(
                s3.buckets, s3.versions, s3.replicas, s3.contents, s3.parts, s3.access))
        .reception(new BucketReception(s3.buckets, s3.configurations))
        .crossOrigin(new BucketPages(s3.buckets, s3.configurations))
        .resourceTypes(new BucketResource(), new BucketPolicyResource())
        .build();
  }

  private Operation<?, ?>[] onBucketsAndObjects() {
    return new Operation<?, ?>[] {
      new CopyObject(buckets, versions, configurations, copying, access),
      new CreateBucket(buckets, configurations),
      new DeleteBucket(buckets, access),
      new DeleteObject(buckets, versions, access, configurations),
      new DeleteObjectTagging(buckets, versions, configurations, access),
      new DeleteObjects(),
      new GetBucketAcl(buckets, access),
      new GetBucketLocation(buckets, access),
      new GetObject(reading, plaintext, access),
      new GetObjectAcl(reading, access),
      new GetObjectAttributes(reading, parts, access),
      new GetObjectLegalHold(reading, access),
      new GetObjectRetention(reading, access),
      new GetObjectTagging(reading, access),
      new HeadBucket(buckets, access),
      new HeadObject(reading, access),
      new ListBuckets(buckets),
      new ListObjectVersions(buckets, listings, access),
      new ListObjects(buckets, listings, access),
      new ListObjectsV2(buckets, listings, access),
      new PutBucketAcl(buckets, configurations, access),
      new PutObject(buckets, versions, contents, configurations, access),
      new PutObjectAcl(reading, configurations, access),
      new PutObjectLegalHold(buckets, versions, configurations, access),
      new PutObjectRetention(buckets, versions, configurations, access),
      new PutObjectTagging(buckets, versions, configurations, access)
    };
  }

  private Operation<?, ?>[] onUploads() {
    return new Operation<?, ?>[] {
      new AbortMultipartUpload(buckets, uploads, access),
      new CompleteMultipartUpload(buckets, uploads, versions, contents, configurations, access),
      new CreateMultipartUpload(buckets, uploads, configurations, access),
      new ListMultipartUploads(buckets, listings, access),
      new ListParts(buckets, uploads, access),
      new UploadPart(buckets, uploads, contents, access),
      new UploadPartCopy(buckets, uploads, copying, access)
    };
  }
}
