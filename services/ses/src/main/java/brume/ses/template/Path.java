package brume.ses.template;

import java.util.List;

/// Names a value: `name`, `address.city`, `this`, `../name`, `@index`.
///
/// @param up how many surrounding values to leave first
/// @param names empty for the value itself
record Path(String text, int up, List<String> names) {
  static Path of(String text) {
    var rest = text;
    int up = 0;
    while (rest.startsWith("../")) {
      up++;
      rest = rest.substring("../".length());
    }
    if (rest.equals("this") || rest.equals(".")) {
      return new Path(text, up, List.of());
    }
    if (rest.startsWith("this.") || rest.startsWith("this/")) {
      rest = rest.substring("this.".length());
    }
    return new Path(text, up, List.of(rest.split("[./]")));
  }
}
