package brume.ses.data;

import brume.model.sesv2.GetEmailTemplateResponse;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A template and when it was made.
public record StoredTemplate(GetEmailTemplateResponse template, Instant created)
    implements Structure {
  public static final StructureShape<StoredTemplate> SHAPE =
      StructureShape.structure(
          "StoredTemplate",
          StoredTemplate::of,
          Member.of("Template", () -> GetEmailTemplateResponse.SHAPE),
          Member.of("Created", SimpleShape.of("Timestamp", Kind.TIMESTAMP)));

  private static StoredTemplate of(@Nullable Object[] values) {
    return new StoredTemplate(
        (GetEmailTemplateResponse) Objects.requireNonNull(values[0]),
        (Instant) Objects.requireNonNull(values[1]));
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return index == 0 ? template : created;
  }
}
