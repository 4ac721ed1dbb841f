package brume.shape;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a model demands of a value: bounds of its length or number, a pattern, a set of values.
///
/// Lengths count Unicode code points of strings, bytes of blobs, entries of lists and maps.
public record Constraint(
    @Nullable Double min, @Nullable Double max, @Nullable Pattern pattern, List<String> values) {
  public static final Constraint NONE = new Constraint(null, null, null, List.of());

  public static Constraint range(@Nullable Double min, @Nullable Double max) {
    return new Constraint(min, max, null, List.of());
  }

  public static Constraint oneOf(String... values) {
    return new Constraint(null, null, null, List.of(values));
  }
}
