package brume.s3.data;

import static brume.model.s3.S3Error.INTERNAL_ERROR;

import brume.base.Body;
import brume.base.Bytes;
import brume.base.Ids;
import brume.s3.bucket.Bucket;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Running;
import brume.s3.object.Content;
import brume.store.Key;
import brume.store.Store;
import brume.store.Transaction;
import brume.store.blob.BlobWriter;
import brume.store.blob.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bytes of objects and parts: small ones in the store, large ones in blobs.
///
/// A blob is on disk before the transaction that refers to it, and goes after the one that no
/// longer does; [Orphans] finds those that a crash left between.
public final class Contents {
  /// In bytes: what is no larger is kept in the store.
  public static final int MAX_INLINE = 16 * 1024;

  /// The memory that storing a stream takes.
  private static final int CHUNK_BYTES = 128 * 1024;

  private final Store store;
  private final Blobs blobs;
  private final BlobRecords records;

  public Contents(Store store, Blobs blobs, BlobRecords records) {
    this.store = store;
    this.blobs = blobs;
    this.records = records;
  }

  /// What was received but belongs to no object yet.
  ///
  /// @param inline the bytes themselves where they go into the store
  public record Received(Content content, @Nullable Bytes inline) {}

  /// Receives all of `in`, which it does not close. Discard what no transaction then keeps.
  public Received receive(InputStream in, Ids ids) throws IOException {
    var integrity = Algorithm.CRC32C.start();
    var head = in.readNBytes(MAX_INLINE + 1);
    if (head.length <= MAX_INLINE) {
      integrity.update(head, 0, head.length);
      return inline(head, ids, integrity);
    }
    try (var writer = blobs.begin(integrity)) {
      writer.write(head, 0, head.length);
      var chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        writer.write(chunk, 0, count);
      }
      return new Received(Content.of(writer.commit(), number(integrity)), null);
    }
  }

  private static Received inline(byte[] bytes, Ids ids, Running integrity) {
    var content = new Content(true, ids.hex(32), bytes.length, number(integrity));
    return new Received(content, Bytes.wrap(bytes));
  }

  private static long number(Running crc32c) {
    return number(crc32c.value());
  }

  private static long number(byte[] crc32c) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(crc32c).getInt());
  }

  /// A region of a content that is there.
  public record Region(Bucket bucket, Content content, long offset, long length) {
    public static Region all(Bucket bucket, Content content) {
      return new Region(bucket, content, 0, content.length());
    }

    private boolean isAll() {
      return length == content.length();
    }
  }

  /// One content of all regions, one behind the other.
  public Received join(List<Region> regions, Ids ids) throws IOException {
    long total = regions.stream().mapToLong(Region::length).sum();
    if (total <= MAX_INLINE) {
      var bytes = ByteBuffer.allocate((int) total);
      for (var region : regions) {
        bytes.put(read(region));
      }
      var integrity = Algorithm.CRC32C.start();
      integrity.update(bytes.array(), 0, bytes.capacity());
      return inline(bytes.array(), ids, integrity);
    }
    var pieces = new ArrayList<Algorithm.Piece>();
    try (var writer = blobs.begin()) {
      for (var region : regions) {
        pieces.add(append(writer, region));
      }
      var crc = number(Algorithm.CRC32C.combined(pieces));
      return new Received(Content.of(writer.commit(), crc), null);
    }
  }

  /// A whole blob goes within the kernel; its checksum is known.
  private Algorithm.Piece append(BlobWriter writer, Region region) throws IOException {
    if (!region.content.inline() && region.isAll()) {
      checkThere(region.content);
      writer.append(region.content.blob());
      var crc = ByteBuffer.allocate(Integer.BYTES).putInt((int) region.content.crc32c()).array();
      return new Algorithm.Piece(crc, region.length);
    }
    var integrity = Algorithm.CRC32C.start();
    try (var in = open(region).open()) {
      var chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        integrity.update(chunk, 0, count);
        writer.write(chunk, 0, count);
      }
    }
    return new Algorithm.Piece(integrity.value(), region.length);
  }

  private byte[] read(Region region) throws IOException {
    try (var in = open(region).open()) {
      return in.readAllBytes();
    }
  }

  /// From this transaction's commit on, the content belongs to an object or a part.
  void keep(Transaction transaction, Bucket bucket, Received received) {
    var content = received.content;
    if (content.inline()) {
      var bytes = Objects.requireNonNull(received.inline);
      transaction.put(inline(bucket, content).bytes(), bytes.shared());
    } else {
      records.put(transaction, content);
    }
  }

  /// From this transaction's commit on, the content belongs to nothing: [#release] it then.
  void drop(Transaction transaction, Bucket bucket, Content content) {
    if (content.inline()) {
      transaction.delete(inline(bucket, content).bytes());
    } else {
      records.delete(transaction, content);
    }
  }

  void release(Collection<Content> dropped) {
    for (var content : dropped) {
      if (!content.inline()) {
        blobs.delete(content.blob());
      }
    }
  }

  /// Forgets what no transaction kept.
  public void discard(Received received) {
    release(List.of(received.content));
  }

  /// The bytes of a region, which are never damaged ones as far as a look can tell: those in the
  /// store are checked whole, blobs by their length and by what [Scrub] found.
  public Body open(Region region) {
    var content = region.content;
    if (!content.inline()) {
      checkThere(content);
      var file = blobs.open(content.blob());
      return new Body.OfFile(file.path(), region.offset, region.length);
    }
    byte[] stored;
    try (var snapshot = store.snapshot()) {
      stored = snapshot.get(inline(region.bucket, content).bytes());
    }
    if (stored == null || number(Algorithm.CRC32C.of(stored)) != content.crc32c()) {
      throw damaged(content);
    }
    var from = (int) region.offset;
    return Body.of(Bytes.wrap(stored).slice(from, from + (int) region.length));
  }

  private void checkThere(Content content) {
    if (records.isDamaged(content)) {
      throw damaged(content);
    }
    try {
      if (Files.size(blobs.open(content.blob()).path()) == content.length()) {
        return;
      }
    } catch (IOException _) {
      // it is not there: reported below
    }
    throw damaged(content);
  }

  private static RuntimeException damaged(Content content) {
    System.getLogger(Contents.class.getName())
        .log(System.Logger.Level.ERROR, "The content {0} is damaged", content);
    return INTERNAL_ERROR.because("We encountered an internal error. Please try again.");
  }

  /// Whether the file of a content has the bytes that were received.
  boolean isSound(Content content) {
    var integrity = Algorithm.CRC32C.start();
    try (var in = blobs.open(content.blob()).open()) {
      var chunk = new byte[CHUNK_BYTES];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        integrity.update(chunk, 0, count);
      }
    } catch (IOException _) {
      return false;
    }
    return number(integrity) == content.crc32c();
  }

  private static Key inline(Bucket bucket, Content content) {
    return Key.of("s3.inline", bucket.id(), content.name());
  }
}
