package brume.s3.data;

import brume.service.Call;
import brume.service.Job;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads all blobs over and over and notices those that are damaged, which are then not served:
/// sending a file does not look at its bytes.
public final class Scrub implements Job {
  private static final System.Logger LOG = System.getLogger(Scrub.class.getName());

  /// Read in one run, so that others have the disk, too.
  static final long RUN_BYTES = 256L << 20;

  private static final int BATCH = 100;

  private final Contents contents;
  private final BlobRecords records;
  private volatile @Nullable String last;

  public Scrub(Contents contents, BlobRecords records) {
    this.contents = contents;
    this.records = records;
  }

  @Override
  public String name() {
    return "s3-scrub";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    long left = RUN_BYTES;
    while (left > 0) {
      var batch = records.page(last, BATCH);
      for (var content : batch) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!contents.isSound(content)) {
          LOG.log(System.Logger.Level.ERROR, "The content {0} is damaged", content);
          records.markDamaged(content);
        }
        last = content.name();
        left -= content.length();
        if (left <= 0) {
          return;
        }
      }
      if (batch.size() < BATCH) {
        last = null;
        return;
      }
    }
  }
}
