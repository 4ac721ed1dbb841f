package brume.identity.policy.language;

import java.util.Arrays;

/// A text with wildcards, all variables replaced: `*` stands for any characters, `?` for one.
public final class Glob {
  /// Any characters, also none.
  static final int ANY = -1;

  /// Exactly one character.
  static final int ONE = -2;

  private final int[] codes;
  private final int wildcards;
  private final String literal;

  /// @param codes characters, [#ANY] and [#ONE]
  Glob(int... codes) {
    this.codes = codes;
    this.wildcards = (int) Arrays.stream(codes).filter(code -> code < 0).count();
    var text = new StringBuilder();
    for (int code : codes) {
      if (code < 0) {
        break;
      }
      text.append((char) code);
    }
    this.literal = text.toString();
  }

  /// What precedes the first wildcard.
  public String literal() {
    return literal;
  }

  public boolean hasWildcards() {
    return wildcards > 0;
  }

  public boolean matches(String text) {
    if (wildcards == 0) {
      return literal.equals(text);
    }
    if (!text.startsWith(literal)) {
      return false;
    }
    if (wildcards == 1 && codes[codes.length - 1] == ANY) {
      return true;
    }
    return matchesFrom(literal.length(), text);
  }

  /// Goes back to the last `*` alone, so that the effort is at most the product of both lengths.
  private boolean matchesFrom(int start, String text) {
    int code = start;
    int at = start;
    int star = -1;
    int resume = -1;
    while (at < text.length()) {
      if (code < codes.length && codes[code] == ANY) {
        star = code++;
        resume = at;
      } else if (code < codes.length && (codes[code] == ONE || codes[code] == text.charAt(at))) {
        code++;
        at++;
      } else if (star >= 0) {
        code = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (code < codes.length && codes[code] == ANY) {
      code++;
    }
    return code == codes.length;
  }

  /// Splits it at its first colons into at most `limit` parts.
  Glob[] parts(int limit) {
    var parts = new Glob[limit];
    int count = 0;
    int start = 0;
    for (int at = 0; at < codes.length && count < limit - 1; at++) {
      if (codes[at] == ':') {
        parts[count++] = new Glob(Arrays.copyOfRange(codes, start, at));
        start = at + 1;
      }
    }
    parts[count++] = new Glob(Arrays.copyOfRange(codes, start, codes.length));
    return Arrays.copyOf(parts, count);
  }
}
