package brume.s3.data;

import brume.model.s3.MultipartUpload;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.StorageClass;
import brume.service.Call;
import brume.service.Job;
import brume.service.Metrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Tells each day how many bytes and objects each bucket holds: all versions, and the parts of what
/// is being put.
///
/// Source: Amazon S3 User Guide, "Metrics and dimensions".
public final class StorageMetrics implements Job {
  private static final String STORAGE_TYPE = "StorageType";

  private final Buckets buckets;
  private final Uploads uploads;
  private final Listings listings;

  public StorageMetrics(Buckets buckets, Uploads uploads, Listings listings) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.listings = listings;
  }

  @Override
  public String name() {
    return "s3-storage-metrics";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var bucket : buckets.all()) {
      var held = new Held();
      Listings.forEach(
          listing -> listings.versions(bucket, listing),
          entry -> entry.version().id(),
          entry -> held.add(entry.version().storageClass(), entry.version().size()));
      Listings.forEach(
          listing -> listings.uploads(bucket, listing),
          upload -> Objects.requireNonNull(upload.uploadId()),
          upload -> addParts(held, bucket, upload));
      held.tell(call.platform().metrics(), bucket);
    }
  }

  private void addParts(Held held, Bucket bucket, MultipartUpload upload) {
    for (var part : uploads.parts(bucket, Objects.requireNonNull(upload.uploadId())).values()) {
      held.add(Objects.requireNonNull(upload.storageClass()), part.size());
    }
  }

  /// What a bucket holds.
  private static final class Held {
    private final Map<StorageClass, Double> bytes = new EnumMap<>(StorageClass.class);
    private long objects;

    void add(String storageClass, long size) {
      objects++;
      bytes.merge(StorageClass.valueOf(storageClass), (double) size, Double::sum);
    }

    /// Of an empty bucket nothing is told.
    void tell(Metrics metrics, Bucket bucket) {
      var subject =
          new Metrics.Subject(bucket.scope(), "AWS/S3", Map.of("BucketName", bucket.name()));
      bytes.forEach(
          (storageClass, size) ->
              metrics.add(
                  subject.with(STORAGE_TYPE, storageClass.metricName()),
                  "BucketSizeBytes",
                  Metrics.Unit.BYTES,
                  size));
      if (objects > 0) {
        metrics.count(subject.with(STORAGE_TYPE, "AllStorageTypes"), "NumberOfObjects", objects);
      }
    }
  }
}
