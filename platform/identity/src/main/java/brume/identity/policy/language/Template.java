package brume.identity.policy.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A text of a policy with its wildcards and variables, compiled.
///
/// @param foldsCase whether it matches in any case
/// @param fixed the text itself when it has no variables; else null
public record Template(List<Part> parts, boolean foldsCase, @Nullable Glob fixed) {

  public sealed interface Part {}

  /// @param codes as [Glob] has them
  record Codes(int... codes) implements Part {}

  /// @param key canonical
  /// @param otherwise stands in when the request has no value for the key; may be null
  record Variable(String key, @Nullable String otherwise) implements Part {}

  static Template of(List<Part> parts, boolean foldsCase) {
    boolean variable = parts.stream().anyMatch(Variable.class::isInstance);
    var fixed = variable ? null : glob(parts, foldsCase, ContextKeys.NONE);
    return new Template(List.copyOf(parts), foldsCase, fixed);
  }

  public boolean matches(String text, ContextKeys keys) {
    var glob = bind(keys);
    return glob != null && glob.matches(foldsCase ? text.toLowerCase(Locale.ROOT) : text);
  }

  /// With variables replaced; null when one has no value, so that nothing is equal to or like it.
  ///
  /// Source: IAM User Guide, "IAM policy elements: Variables and tags", policy variables with no
  /// value.
  @Nullable Glob bind(ContextKeys keys) {
    return fixed != null ? fixed : glob(parts, foldsCase, keys);
  }

  private static @Nullable Glob glob(List<Part> parts, boolean foldsCase, ContextKeys keys) {
    var codes = IntStream.builder();
    for (var part : parts) {
      switch (part) {
        case Codes(int[] fixed) -> IntStream.of(fixed).forEach(codes::add);
        case Variable(var key, var otherwise) -> {
          var known = keys.only(key);
          var value = known == null ? otherwise : known;
          if (value == null) {
            return null;
          }
          (foldsCase ? value.toLowerCase(Locale.ROOT) : value).chars().forEach(codes::add);
        }
      }
    }
    return new Glob(codes.build().toArray());
  }
}
