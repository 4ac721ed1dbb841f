package brume.ses.data;

import brume.ses.mime.Stamp;
import brume.shape.Constraint;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A message that was taken: what a listing shows of it.
///
/// @param recipients the addresses that it goes to, blind copies included
/// @param notes what became of it: what is not delivered, and why, and what the relay said
/// @param tags of the request
/// @param bytes the length of the message as it travels
public record Mail(
    String id,
    String from,
    List<String> recipients,
    String subject,
    List<String> notes,
    Map<String, String> tags,
    Long bytes)
    implements Structure {
  private static final Member TEXT = Member.of("text", SimpleShape.STRING);
  private static final ListShape TEXTS = new ListShape("Texts", TEXT, false, Constraint.NONE);

  public static final StructureShape<Mail> SHAPE =
      StructureShape.structure(
          "Mail",
          Mail::of,
          Member.of("Id", SimpleShape.STRING),
          Member.of("From", SimpleShape.STRING),
          Member.of("Recipients", TEXTS),
          Member.of("Subject", SimpleShape.STRING),
          Member.of("Notes", TEXTS),
          Member.of("Tags", new MapShape("Tags", TEXT, TEXT, false, Constraint.NONE)),
          Member.of("Bytes", SimpleShape.of("Long", Kind.LONG)));

  @SuppressWarnings("unchecked")
  private static Mail of(@Nullable Object[] values) {
    return new Mail(
        (String) Objects.requireNonNull(values[0]),
        (String) Objects.requireNonNull(values[1]),
        (List<String>) Objects.requireNonNull(values[2]),
        (String) Objects.requireNonNull(values[3]),
        (List<String>) Objects.requireNonNull(values[4]),
        (Map<String, String>) Objects.requireNonNull(values[5]),
        (Long) Objects.requireNonNull(values[6]));
  }

  /// With more notes, each once: what is delivered again after a crash says the same again.
  Mail noting(List<String> more) {
    var all = new LinkedHashSet<>(notes);
    all.addAll(more);
    return new Mail(id, from, recipients, subject, List.copyOf(all), tags, bytes);
  }

  /// When it was taken.
  public Instant at() {
    return Stamp.timeOf(id);
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return switch (index) {
      case 0 -> id;
      case 1 -> from;
      case 2 -> recipients;
      case 3 -> subject;
      case 4 -> notes;
      case 5 -> tags;
      default -> bytes;
    };
  }
}
