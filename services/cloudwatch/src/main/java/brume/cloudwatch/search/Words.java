package brume.cloudwatch.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name taken apart where its case changes, at its numbers, and at what is neither letter nor
/// digit: `Project2-trial333` is `Project`, `2`, `trial`, `333`.
///
/// Source: Amazon CloudWatch User Guide, "CloudWatch search expressions: Tokenization".
///
/// @param isDelimited whether there is something else between them
record Words(List<String> parts, boolean isDelimited) {
  private static final Pattern PART =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\d+|\\p{L}+");
  private static final Pattern DELIMITER = Pattern.compile("[^\\p{L}\\d]");

  static Words of(String text) {
    var parts = new ArrayList<String>();
    var matcher = PART.matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return new Words(parts, DELIMITER.matcher(text).find());
  }

  /// Whether a name of these words is found by `wanted`: one word by any, in any case; several if
  /// they follow each other, in their case unless something is between them.
  boolean holds(Words wanted) {
    if (wanted.parts.isEmpty()) {
      return false;
    }
    if (lower(wanted).equals(lower(this))) {
      return true;
    }
    boolean isAnyCase = wanted.isDelimited || wanted.parts.size() == 1;
    return Collections.indexOfSubList(cased(this, isAnyCase), cased(wanted, isAnyCase)) >= 0;
  }

  private static String lower(Words words) {
    return String.join("", words.parts).toLowerCase(Locale.ROOT);
  }

  private static List<String> cased(Words words, boolean isAnyCase) {
    return isAnyCase
        ? words.parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList()
        : words.parts;
  }
}
