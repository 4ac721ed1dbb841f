package brume.s3.data;

import brume.model.s3.MultipartUpload;
import brume.s3.bucket.Bucket;
import brume.s3.listing.Listing;
import brume.s3.listing.Page;
import brume.s3.object.Version;
import brume.s3.object.VersionId;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Store;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists what is in buckets.
public final class Listings {
  private final Store store;

  public Listings(Store store) {
    this.store = store;
  }

  /// @param latest whether it is the latest version of its key
  public record Entry(String key, Version version, boolean latest) {}

  /// The objects that a reader sees.
  public Page<Entry> objects(Bucket bucket, Listing listing) {
    try (var snapshot = store.snapshot()) {
      return new Walk<>(
              snapshot,
              Layout.current(bucket),
              listing,
              (key, value) -> new Entry(key, Change.decode(value), true))
          .page(null);
    }
  }

  /// All versions and delete markers, newest first within a key.
  public Page<Entry> versions(Bucket bucket, Listing listing) {
    try (var snapshot = store.snapshot()) {
      var seen = listing.within() == null ? null : listing.after();
      var before = new String[] {seen};
      return new Walk<>(
              snapshot,
              Layout.versions(bucket),
              listing,
              (key, value) -> {
                boolean latest = !key.equals(before[0]);
                before[0] = key;
                return new Entry(key, Change.decode(value), latest);
              })
          .page(seen(snapshot, bucket, listing));
    }
  }

  private static @Nullable Key seen(Reader reader, Bucket bucket, Listing listing) {
    var id = listing.within();
    var version = id == null ? null : Change.find(reader, bucket, listing.after(), id);
    if (version != null) {
      return Layout.version(bucket, listing.after(), version.order());
    }
    var order = id == null ? null : VersionId.order(id);
    return order == null || order.isEmpty()
        ? null
        : Layout.version(bucket, listing.after(), order.getAsLong());
  }

  /// Uploads that are neither completed nor aborted, oldest first within a key.
  public Page<MultipartUpload> uploads(Bucket bucket, Listing listing) {
    var id = listing.within();
    try (var snapshot = store.snapshot()) {
      return new Walk<>(
              snapshot,
              Layout.uploads(bucket),
              listing,
              (key, value) -> Uploads.decode(value).listed(key, bucket.owner()))
          .page(id == null ? null : Layout.upload(bucket, listing.after(), id));
    }
  }

  /// Gives all entries of a listing to `each`, page by page, for jobs.
  ///
  /// @param id of an entry within its key
  static <T> void forEach(Function<Listing, Page<T>> list, Function<T, String> id, Consumer<T> each)
      throws InterruptedException {
    var listing = Listing.of(null, null, null, null, null);
    while (true) {
      var page = list.apply(listing);
      for (var entry : page.entries()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        each.accept(entry);
      }
      var last = page.nextWithin();
      if (last == null) {
        return;
      }
      listing = Listing.of(null, null, page.next(), null, null).within(id.apply(last));
    }
  }
}
