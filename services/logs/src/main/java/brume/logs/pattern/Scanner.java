package brume.logs.pattern;

import java.util.function.IntPredicate;

/// Walks through the text of a pattern.
final class Scanner {
  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  /// Skips white space; true when nothing is left.
  boolean atEnd() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  /// The next character; 0 at the end.
  char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /// Steps over `token`, and white space before it, if it is next.
  boolean accept(String token) {
    if (atEnd() || !text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  /// Steps over a keyword, in any case.
  boolean acceptWord(String word) {
    if (atEnd() || !text.regionMatches(true, at, word, 0, word.length())) {
      return false;
    }
    int end = at + word.length();
    if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      return false;
    }
    at = end;
    return true;
  }

  void expect(String token) {
    if (!accept(token)) {
      throw invalid();
    }
  }

  RuntimeException invalid() {
    return FilterPattern.invalid("Invalid filter pattern");
  }

  /// What comes before the first character that `end` accepts, or before the end.
  String until(IntPredicate end) {
    int from = at;
    while (at < text.length() && !end.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /// A text in double quotes, in which a backslash takes the next character as it is.
  String quoted() {
    var value = new StringBuilder();
    at++;
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      if (at >= text.length()) {
        throw invalid();
      }
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }
}
