package brume.s3.object;

import brume.model.s3.Part;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A part of an upload, as it is stored.
///
/// @param part what ListParts says of it
/// @param contentText where its bytes are
/// @param nonce with which a customer's key encrypts them; null for none
public record UploadedPart(Part part, String contentText, @Nullable String nonce)
    implements Structure {
  public static final StructureShape<UploadedPart> SHAPE =
      StructureShape.structure(
          "UploadedPart",
          UploadedPart::of,
          Member.of("Part", () -> Part.SHAPE),
          Member.of("Content", SimpleShape.STRING),
          Member.of("Nonce", SimpleShape.STRING));

  private static UploadedPart of(@Nullable Object[] values) {
    return new UploadedPart(
        (Part) Objects.requireNonNull(values[0]),
        (String) Objects.requireNonNull(values[1]),
        (String) values[2]);
  }

  public int number() {
    return Objects.requireNonNull(part.partNumber());
  }

  /// In bytes.
  public long size() {
    return Objects.requireNonNull(part.size());
  }

  public String etag() {
    return Objects.requireNonNull(part.eTag());
  }

  public Content content() {
    return Content.parse(contentText);
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public @Nullable Object member(int index) {
    return switch (index) {
      case 0 -> part;
      case 1 -> contentText;
      default -> nonce;
    };
  }
}
