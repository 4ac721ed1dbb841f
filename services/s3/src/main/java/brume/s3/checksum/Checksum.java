package brume.s3.checksum;

import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A checksum of an object or a part.
///
/// @param value in Base64; that of a composite one ends with `-` and the number of parts
public record Checksum(Algorithm algorithm, ChecksumType type, String value) {
  private static final String TYPE = "ChecksumType";

  public static Checksum of(Algorithm algorithm, byte[] value) {
    return new Checksum(
        algorithm, ChecksumType.FULL_OBJECT, Base64.getEncoder().encodeToString(value));
  }

  /// That of an object from those of its parts, in order.
  public static Checksum of(Algorithm algorithm, ChecksumType type, List<Algorithm.Piece> parts) {
    if (type == ChecksumType.FULL_OBJECT) {
      return of(algorithm, algorithm.combined(parts));
    }
    var running = algorithm.start();
    parts.forEach(part -> running.update(part.value(), 0, part.value().length));
    var text = Base64.getEncoder().encodeToString(running.value()) + '-' + parts.size();
    return new Checksum(algorithm, type, text);
  }

  /// The checksum that a request, a reply or a record carries; null when it carries none.
  public static @Nullable Checksum in(Structure structure) {
    for (var algorithm : Algorithm.values()) {
      var value = text(structure, algorithm.member());
      if (value != null) {
        var type = text(structure, TYPE);
        return new Checksum(
            algorithm, type == null ? ChecksumType.FULL_OBJECT : ChecksumType.valueOf(type), value);
      }
    }
    return null;
  }

  /// The same structure with `checksum` in it, and its type where the structure has room for it.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T put(@Nullable Checksum checksum, T structure) {
    if (checksum == null) {
      return structure;
    }
    var shape = (StructureShape<T>) structure.shape();
    var values = values(structure);
    values[shape.indexOf(checksum.algorithm.member())] = checksum.value;
    int type = shape.indexOf(TYPE);
    if (type >= 0) {
      values[type] = checksum.type.name();
    }
    return shape.make(values);
  }

  /// The same structure with no checksum in it.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T without(T structure) {
    var shape = (StructureShape<T>) structure.shape();
    var values = values(structure);
    for (var algorithm : Algorithm.values()) {
      values[shape.indexOf(algorithm.member())] = null;
    }
    values[shape.indexOf(TYPE)] = null;
    return shape.make(values);
  }

  private static @Nullable Object[] values(Structure structure) {
    var values = new @Nullable Object[structure.shape().members().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = structure.member(i);
    }
    return values;
  }

  /// Of one that is not composite.
  public byte[] bytes() {
    return Base64.getDecoder().decode(value);
  }

  private static @Nullable String text(Structure structure, String member) {
    int index = structure.shape().indexOf(member);
    return index >= 0 && structure.member(index) instanceof String text ? text : null;
  }
}
