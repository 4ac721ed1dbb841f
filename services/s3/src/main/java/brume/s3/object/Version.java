package brume.s3.object;

import brume.model.s3.HeadObjectOutput;
import brume.s3.bucket.Versioning;
import brume.shape.Constraint;
import brume.shape.Kind;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One version of an object, or a delete marker, as it is stored.
///
/// @param order larger for later versions of a key
/// @param head what HeadObject says of it
/// @param contentText where its bytes are; null for a delete marker
/// @param nonce with which a customer's key encrypts them, in hexadecimal digits; null for others
public record Version(
    Long order,
    HeadObjectOutput head,
    @Nullable String contentText,
    Map<String, String> tags,
    @Nullable String nonce)
    implements Structure {
  /// The version of objects in buckets that keep no versions.
  public static final String NULL = "null";

  /// The replication status of a version that is a copy of another bucket's.
  public static final String REPLICA = "REPLICA";

  private static final Member TEXT = Member.of("text", SimpleShape.STRING);

  public static final StructureShape<Version> SHAPE =
      StructureShape.structure(
          "Version",
          Version::of,
          Member.of("Order", SimpleShape.of("Long", Kind.LONG)),
          Member.of("Head", () -> HeadObjectOutput.SHAPE),
          Member.of("Content", SimpleShape.STRING),
          Member.of("Tags", new MapShape("Tags", TEXT, TEXT, false, Constraint.NONE)),
          Member.of("Nonce", SimpleShape.STRING));

  @SuppressWarnings("unchecked")
  private static Version of(@Nullable Object[] values) {
    return new Version(
        (Long) Objects.requireNonNull(values[0]),
        (HeadObjectOutput) Objects.requireNonNull(values[1]),
        (String) values[2],
        values[3] == null ? Map.of() : (Map<String, String>) values[3],
        (String) values[4]);
  }

  public static Version of(long order, HeadObjectOutput head, Content content) {
    return new Version(order, head, content.toString(), Map.of(), null);
  }

  public static Version deleteMarker(long order, String id, Instant now) {
    var head =
        HeadObjectOutput.builder().deleteMarker(true).versionId(id).lastModified(now).build();
    return new Version(order, head, null, Map.of(), null);
  }

  public boolean isDeleteMarker() {
    return contentText == null;
  }

  public Content content() {
    return Content.parse(Objects.requireNonNull(contentText));
  }

  public String id() {
    return Objects.requireNonNull(head.versionId());
  }

  /// What replies show of the id: nothing in a bucket that keeps no versions.
  public @Nullable String shownId(Versioning versioning) {
    return versioning == Versioning.OFF ? null : id();
  }

  public boolean isNull() {
    return id().equals(NULL);
  }

  public Instant modified() {
    return Objects.requireNonNull(head.lastModified());
  }

  /// In bytes.
  public long size() {
    return head.contentLength() == null ? 0 : head.contentLength();
  }

  public String etag() {
    return String.valueOf(head.eTag());
  }

  public String storageClass() {
    return head.storageClass() == null ? "STANDARD" : head.storageClass();
  }

  /// What is known of the copies of it: `PENDING`, `COMPLETED` or `FAILED`; `REPLICA` when it is a
  /// copy itself; null when nothing copies it.
  public @Nullable String replicationStatus() {
    return head.replicationStatus();
  }

  public Version replicationStatus(@Nullable String status) {
    return with(head.toBuilder().replicationStatus(status).build());
  }

  public Version with(HeadObjectOutput changed) {
    return new Version(order, changed, contentText, tags, nonce);
  }

  public Version containing(Content other) {
    return new Version(order, head, other.toString(), tags, nonce);
  }

  public Version tagged(Map<String, String> other) {
    return new Version(order, head, contentText, Map.copyOf(other), nonce);
  }

  public Version encrypted(@Nullable String by) {
    return new Version(order, head, contentText, tags, by);
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public @Nullable Object member(int index) {
    return switch (index) {
      case 0 -> order;
      case 1 -> head;
      case 2 -> contentText;
      case 3 -> tags.isEmpty() ? null : tags;
      default -> nonce;
    };
  }
}
