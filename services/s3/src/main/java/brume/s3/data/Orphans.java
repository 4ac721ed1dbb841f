package brume.s3.data;

import brume.service.Call;
import brume.service.Job;
import brume.store.blob.Blobs;
import java.time.Duration;

/// Deletes the blobs that a crash left: those that were written and belong to nothing.
public final class Orphans implements Job {
  /// Between a blob's last byte and the transaction that keeps it lies far less.
  static final Duration OLD = Duration.ofHours(1);

  private final Blobs blobs;
  private final BlobRecords records;

  public Orphans(Blobs blobs, BlobRecords records) {
    this.blobs = blobs;
    this.records = records;
  }

  @Override
  public String name() {
    return "s3-orphans";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) {
    blobs.deleteDue();
    blobs.sweep(call.now().minus(OLD), records::isKept);
  }
}
