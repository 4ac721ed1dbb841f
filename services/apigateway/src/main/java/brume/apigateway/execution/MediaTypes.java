package brume.apigateway.execution;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Media types, among them wildcards such as `image/*`.
record MediaTypes(List<String> types) {
  static MediaTypes of(@Nullable List<String> types) {
    return new MediaTypes(
        types == null
            ? List.of()
            : types.stream()
                .map(type -> type.replace("~1", "/").toLowerCase(Locale.ROOT))
                .toList());
  }

  /// Whether one of them is the first that a header such as `Accept` names.
  boolean match(@Nullable String header) {
    if (types.isEmpty()) {
      return false;
    }
    if (types.contains("*/*")) {
      return true;
    }
    if (header == null) {
      return false;
    }
    var first = bare(header);
    var family = first.substring(0, first.indexOf('/') + 1) + '*';
    return types.contains(first) || types.contains(family);
  }

  /// The first media type of a header, without its parameters.
  static String bare(String header) {
    return header.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
