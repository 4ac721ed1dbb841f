package brume.s3.data;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.BUCKET_ALREADY_EXISTS;
import static brume.model.s3.S3Error.BUCKET_ALREADY_OWNED_BY_YOU;
import static brume.model.s3.S3Error.BUCKET_NOT_EMPTY;
import static brume.model.s3.S3Error.NO_SUCH_BUCKET;
import static brume.model.s3.S3Error.TOO_MANY_BUCKETS;

import brume.base.Scope;
import brume.s3.bucket.Bucket;
import brume.s3.refusal.Detail;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The buckets of all accounts, which share one space of names.
public final class Buckets {
  /// Of one account. Source: Amazon S3 User Guide, "Quotas": 10,000 unless raised.
  static final int MAX_BUCKETS = 10_000;

  /// Where AWS answers a repeated creation by the owner with success.
  private static final String FORGIVING_REGION = "us-east-1";

  private static final Decoded<Bucket> DECODED = new Decoded<>(Bucket::decode);

  private final Store store;
  private final Configurations configurations;

  public Buckets(Store store, Configurations configurations) {
    this.store = store;
    this.configurations = configurations;
  }

  /// Creates a bucket with what `configure` writes of it, or finds that its owner made it before.
  public void create(Bucket bucket, BiConsumer<Transaction, Bucket> configure) {
    store.transact(
        Locks.of(key(bucket.name()), owned(bucket.owner())),
        transaction -> {
          var there = find(transaction, bucket.name());
          if (there != null) {
            checkForgiven(there, bucket);
            return there;
          }
          if (count(transaction, bucket.owner()) >= MAX_BUCKETS) {
            throw TOO_MANY_BUCKETS.because(
                "You have attempted to create more buckets than allowed");
          }
          transaction.put(key(bucket.name()).bytes(), bucket.encode());
          transaction.put(owned(bucket.owner()).then(bucket.name()).bytes(), new byte[0]);
          configure.accept(transaction, bucket);
          return bucket;
        });
  }

  private static void checkForgiven(Bucket there, Bucket wanted) {
    var detail = Detail.of("BucketName", there.name());
    if (!there.owner().equals(wanted.owner())) {
      throw BUCKET_ALREADY_EXISTS.because(
          "The requested bucket name is not available. The bucket namespace is shared by all users"
              + " of the system. Please select a different name and try again.",
          detail);
    }
    if (!there.scope().region().equals(FORGIVING_REGION) || !there.scope().equals(wanted.scope())) {
      throw BUCKET_ALREADY_OWNED_BY_YOU.because(
          "Your previous request to create the named bucket succeeded and you already own it.",
          detail);
    }
  }

  /// Null when there is none of that name.
  public @Nullable Bucket find(String name) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, name);
    }
  }

  public Bucket get(String name) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, name);
    }
  }

  /// @param expectedOwner who must own it; null for anyone
  public Bucket get(String name, @Nullable String expectedOwner) {
    var bucket = get(name);
    if (expectedOwner != null && !expectedOwner.equals(bucket.owner())) {
      throw ACCESS_DENIED.because("Access Denied");
    }
    return bucket;
  }

  static Bucket get(Reader reader, String name) {
    var bucket = find(reader, name);
    if (bucket == null) {
      throw missing(name);
    }
    return bucket;
  }

  /// Throws when the bucket was deleted since it was found.
  static void check(Reader reader, Bucket bucket) {
    if (!get(reader, bucket.name()).id().equals(bucket.id())) {
      throw missing(bucket.name());
    }
  }

  private static @Nullable Bucket find(Reader reader, String name) {
    var stored = reader.get(key(name).bytes());
    return stored == null ? null : DECODED.of(stored);
  }

  private static RuntimeException missing(String name) {
    return NO_SUCH_BUCKET.because(
        "The specified bucket does not exist", Detail.of("BucketName", name));
  }

  /// Deletes a bucket that has no objects. Uploads that were begun in it end with it.
  public void delete(Bucket bucket) {
    store.transact(
        Layout.allGates(bucket, key(bucket.name())),
        transaction -> {
          check(transaction, bucket);
          if (!isEmpty(transaction, Layout.versions(bucket).children())) {
            throw BUCKET_NOT_EMPTY.because(
                "The bucket you tried to delete is not empty",
                Detail.of("BucketName", bucket.name()));
          }
          configurations.deleteAll(transaction, bucket);
          Leftovers.add(transaction, bucket);
          transaction.delete(key(bucket.name()).bytes());
          transaction.delete(owned(bucket.owner()).then(bucket.name()).bytes());
          return bucket;
        });
  }

  private static boolean isEmpty(Reader reader, KeyRange range) {
    try (var cursor = reader.scan(range)) {
      return !cursor.next();
    }
  }

  /// At most `limit` buckets of an account behind `after`, by name.
  ///
  /// @param region only those in it; null for all
  public List<Bucket> list(
      Scope scope, String prefix, @Nullable String after, @Nullable String region, int limit) {
    var root = owned(scope.account());
    KeyRange range = KeyRange.prefix(prefixKey(root, prefix));
    if (after != null && after.compareTo(prefix) >= 0) {
      range = range.after(root.then(after));
    }
    var buckets = new ArrayList<Bucket>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (buckets.size() < limit && cursor.next()) {
        var name = Layout.textAt(cursor.key(), root.bytes().length).text();
        var bucket = get(snapshot, name);
        if (region == null || region.equals(bucket.scope().region())) {
          buckets.add(bucket);
        }
      }
    }
    return buckets;
  }

  /// All buckets, by account and name, for jobs.
  List<Bucket> all() {
    var buckets = new ArrayList<Bucket>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(Key.of("s3.bucket").children())) {
      while (cursor.next()) {
        buckets.add(Bucket.decode(cursor.value()));
      }
    }
    return buckets;
  }

  private static byte[] prefixKey(Key root, String prefix) {
    return root.then().raw(prefix.getBytes(StandardCharsets.UTF_8)).build().bytes();
  }

  private static int count(Reader reader, String account) {
    int count = 0;
    try (var cursor = reader.scan(owned(account).children())) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }

  private static Key key(String name) {
    return Key.of("s3.bucket", name);
  }

  private static Key owned(String account) {
    return Key.of("s3.owned", account);
  }
}
