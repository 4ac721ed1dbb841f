package brume.ses.mailbox;

import brume.base.PercentCode;
import org.jspecify.annotations.Nullable;

/// The parameters of a query, each once.
record Parameters(String query) {
  /// Null when there is none of this name.
  @Nullable String get(String name) {
    for (var pair : query.split("&")) {
      if (pair.startsWith(name + '=')) {
        return PercentCode.decodeForm(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  int number(String name, int usual, int maximum) {
    var text = get(name);
    return text != null && text.matches("\\d{1,6}")
        ? Math.clamp(Integer.parseInt(text), 1, maximum)
        : usual;
  }
}
