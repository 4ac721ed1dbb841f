package brume.s3.data;

import brume.model.s3.MultipartUpload;
import brume.s3.bucket.Bucket;
import brume.s3.listing.Listing;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Ends the uploads that were under way in deleted buckets: a marker for each bucket, written by
/// the transaction that deleted it, and so not forgotten by a crash.
public final class Leftovers implements Job {
  private static final Key ROOT = Key.of("s3.leftovers");

  private final Store store;
  private final Uploads uploads;
  private final Listings listings;

  public Leftovers(Store store, Uploads uploads, Listings listings) {
    this.store = store;
    this.uploads = uploads;
    this.listings = listings;
  }

  static void add(Transaction transaction, Bucket bucket) {
    transaction.put(ROOT.then(bucket.id()).bytes(), bucket.encode());
  }

  @Override
  public String name() {
    return "s3-leftovers";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var bucket : buckets()) {
      var all = Listing.of(null, null, null, null, null);
      for (var page = uploads(bucket, all); !page.isEmpty(); page = uploads(bucket, all)) {
        for (var upload : page) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          uploads.abort(
              bucket,
              Objects.requireNonNull(upload.key()),
              Objects.requireNonNull(upload.uploadId()));
        }
      }
      forget(bucket);
    }
  }

  private List<MultipartUpload> uploads(Bucket bucket, Listing listing) {
    return listings.uploads(bucket, listing).entries();
  }

  private List<Bucket> buckets() {
    var buckets = new ArrayList<Bucket>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(ROOT.children())) {
      while (cursor.next()) {
        buckets.add(Bucket.decode(cursor.value()));
      }
    }
    return buckets;
  }

  private void forget(Bucket bucket) {
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(ROOT.then(bucket.id()).bytes());
          return bucket;
        });
  }
}
