package brume.s3.data;

import static brume.model.s3.S3Error.NO_SUCH_UPLOAD;

import brume.model.s3.Part;
import brume.s3.bucket.Bucket;
import brume.s3.object.Completion;
import brume.s3.object.Content;
import brume.s3.object.Upload;
import brume.s3.object.UploadedPart;
import brume.s3.refusal.Detail;
import brume.shape.StructureShape;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The uploads in parts that are under way, and their parts.
public final class Uploads {
  private final Store store;
  private final Contents contents;

  public Uploads(Store store, Contents contents) {
    this.store = store;
    this.contents = contents;
  }

  public void begin(Bucket bucket, String key, Upload upload) {
    store.transact(
        Layout.gate(bucket, key),
        transaction -> {
          Buckets.check(transaction, bucket);
          transaction.put(
              Layout.upload(bucket, key, upload.id()).bytes(), JsonWriter.write(upload));
          return upload;
        });
  }

  public Upload get(Bucket bucket, String key, String uploadId) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, bucket, key, uploadId);
    }
  }

  static Upload get(Reader reader, Bucket bucket, String key, String uploadId) {
    var stored = reader.get(Layout.upload(bucket, key, uploadId).bytes());
    if (stored == null) {
      throw NO_SUCH_UPLOAD.because(
          "The specified upload does not exist. The upload ID may be invalid, or the upload may"
              + " have been aborted or completed.",
          Detail.of("UploadId", uploadId));
    }
    return decode(stored);
  }

  /// A part to be put.
  ///
  /// @param nonce of what a customer's key encrypts; null for others
  public record Draft(Part part, Contents.Received received, @Nullable String nonce) {
    private UploadedPart stored() {
      return new UploadedPart(part, received.content().toString(), nonce);
    }
  }

  /// Puts a part in place of one with its number. When it throws, the content is discarded.
  public void put(Bucket bucket, String key, String uploadId, Draft draft) {
    try {
      contents.release(
          store.transact(
              Layout.gate(bucket, key),
              transaction -> put(transaction, bucket, key, uploadId, draft)));
    } catch (RuntimeException e) {
      contents.discard(draft.received);
      throw e;
    }
  }

  private List<Content> put(
      Transaction transaction, Bucket bucket, String key, String uploadId, Draft draft) {
    Buckets.check(transaction, bucket);
    get(transaction, bucket, key, uploadId);
    var stored = draft.stored();
    var at = Layout.part(bucket, uploadId, stored.number());
    var before = transaction.get(at.bytes());
    var replaced = before == null ? List.<Content>of() : List.of(decodePart(before).content());
    replaced.forEach(content -> contents.drop(transaction, bucket, content));
    contents.keep(transaction, bucket, draft.received);
    transaction.put(at.bytes(), JsonWriter.write(stored));
    return replaced;
  }

  /// Up to `limit` parts behind the one with the number `after`, by number.
  public List<UploadedPart> parts(Bucket bucket, String uploadId, int after, int limit) {
    try (var snapshot = store.snapshot()) {
      return parts(snapshot, bucket, uploadId, after, limit);
    }
  }

  /// All parts, by their numbers.
  public Map<Integer, UploadedPart> parts(Bucket bucket, String uploadId) {
    return byNumber(parts(bucket, uploadId, 0, Integer.MAX_VALUE));
  }

  private static Map<Integer, UploadedPart> byNumber(List<UploadedPart> parts) {
    return parts.stream().collect(Collectors.toMap(UploadedPart::number, Function.identity()));
  }

  private static List<UploadedPart> parts(
      Reader reader, Bucket bucket, String uploadId, int after, int limit) {
    KeyRange range = Layout.parts(bucket, uploadId).children();
    var behind = after <= 0 ? range : range.after(Layout.part(bucket, uploadId, after));
    var parts = new ArrayList<UploadedPart>();
    try (var cursor = reader.scan(behind)) {
      while (parts.size() < limit && cursor.next()) {
        parts.add(decodePart(cursor.value()));
      }
    }
    return parts;
  }

  /// Ends an upload and forgets its parts.
  public void abort(Bucket bucket, String key, String uploadId) {
    contents.release(
        store.transact(
            Layout.gate(bucket, key), transaction -> end(transaction, bucket, key, uploadId)));
  }

  /// Ends an upload whose parts make an object, within the transaction that puts it. What it
  /// returns belongs to nothing then.
  ///
  /// Throws when the upload is gone or its parts are others.
  public List<Content> complete(
      Transaction transaction, Bucket bucket, String key, Completion completion) {
    var uploadId = completion.upload().id();
    get(transaction, bucket, key, uploadId);
    completion.checkUnchanged(byNumber(parts(transaction, bucket, uploadId, 0, Integer.MAX_VALUE)));
    return end(transaction, bucket, key, uploadId);
  }

  private List<Content> end(Transaction transaction, Bucket bucket, String key, String uploadId) {
    get(transaction, bucket, key, uploadId);
    var dropped = new ArrayList<Content>();
    for (var part : parts(transaction, bucket, uploadId, 0, Integer.MAX_VALUE)) {
      contents.drop(transaction, bucket, part.content());
      dropped.add(part.content());
      transaction.delete(Layout.part(bucket, uploadId, part.number()).bytes());
    }
    transaction.delete(Layout.upload(bucket, key, uploadId).bytes());
    return dropped;
  }

  static Upload decode(byte[] stored) {
    return (Upload) decode(stored, Upload.SHAPE);
  }

  private static UploadedPart decodePart(byte[] stored) {
    return (UploadedPart) decode(stored, UploadedPart.SHAPE);
  }

  private static Object decode(byte[] stored, StructureShape<?> shape) {
    try {
      return Objects.requireNonNull(JsonReader.read(stored, shape));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
