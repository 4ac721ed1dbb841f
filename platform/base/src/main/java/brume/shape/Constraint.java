package brume.shape;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// What a model demands of a value: bounds of its length or number, a pattern, a set of values.
///
/// Lengths count Unicode code points of strings, bytes of blobs, entries of lists and maps.
public final class Constraint {
  public static final Constraint NONE = new Constraint(null, null, null, List.of());

  private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

  private final @Nullable Double min;
  private final @Nullable Double max;
  private final @Nullable String pattern;
  private final List<String> values;
  private volatile @Nullable Pattern compiled;

  private Constraint(
      @Nullable Double min, @Nullable Double max, @Nullable String pattern, List<String> values) {
    this.min = min;
    this.max = max;
    this.pattern = pattern;
    this.values = values;
  }

  public static Constraint of(
      @Nullable Double min, @Nullable Double max, @Nullable String pattern) {
    return new Constraint(min, max, pattern, List.of());
  }

  public static Constraint oneOf(String... values) {
    return new Constraint(null, null, null, List.of(values));
  }

  public @Nullable Double min() {
    return min;
  }

  public @Nullable Double max() {
    return max;
  }

  /// The regular expression that the whole value must match, as the model spells it.
  public @Nullable String pattern() {
    return pattern;
  }

  /// Compiled at first use. A pattern of a dialect that Java does not read admits everything.
  public Pattern compiled() {
    var existing = compiled;
    if (existing == null) {
      existing = compile();
      compiled = existing;
    }
    return existing;
  }

  private Pattern compile() {
    try {
      return pattern == null ? ANYTHING : Pattern.compile(pattern);
    } catch (PatternSyntaxException _) {
      return ANYTHING;
    }
  }

  /// The values of an enumeration; empty where any value will do.
  public List<String> values() {
    return values;
  }

  public boolean isNone() {
    return min == null && max == null && pattern == null && values.isEmpty();
  }
}
