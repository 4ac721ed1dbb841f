package brume.identity.policy.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The condition keys of one request and their values: global ones such as `aws:SourceIp` and those
/// of the service, such as `s3:prefix`. Names are alike in any case, also those of tags.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags" and "AWS global condition
/// context keys".
public final class ContextKeys {
  public static final ContextKeys NONE = new ContextKeys(Map.of());

  private final Map<String, List<String>> byName;

  private ContextKeys(Map<String, List<String>> byName) {
    this.byName = byName;
  }

  public static ContextKeys of(Map<String, List<String>> values) {
    return NONE.and(values);
  }

  /// These and others, which win where both have a key.
  public ContextKeys and(Map<String, List<String>> others) {
    var all = new HashMap<>(byName);
    others.forEach((name, values) -> all.put(canonical(name), List.copyOf(values)));
    return new ContextKeys(all);
  }

  static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Empty when the request has no such key.
  ///
  /// @param name canonical
  List<String> values(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /// Null when the request has no such key, or several values of it.
  ///
  /// @param name canonical
  public @Nullable String only(String name) {
    var values = values(name);
    return values.size() == 1 ? values.getFirst() : null;
  }
}
