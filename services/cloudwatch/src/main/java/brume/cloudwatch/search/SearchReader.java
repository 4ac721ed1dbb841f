package brume.cloudwatch.search;

import brume.shape.ServiceException;

/// Walks through the text of a search.
final class SearchReader {
  private final String text;
  private int at;

  SearchReader(String text) {
    this.text = text;
  }

  /// Skips white space; true when nothing is left.
  boolean isAtEnd() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  boolean isAt(String sign) {
    return !isAtEnd() && text.startsWith(sign, at);
  }

  boolean take(String sign) {
    if (!isAt(sign)) {
      return false;
    }
    at += sign.length();
    return true;
  }

  /// Steps over a word that stands alone.
  boolean takeWord(String word) {
    if (!isAt(word)) {
      return false;
    }
    int end = at + word.length();
    if (end < text.length() && " \t\n(\"".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    at = end;
    return true;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw wrong();
    }
  }

  /// A name in quotes or without.
  String name() {
    return isAt("\"") ? quoted() : plain();
  }

  /// A text in double quotes, in which a backslash takes the next character as it is.
  String quoted() {
    expect("\"");
    var value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      if (at < text.length()) {
        value.append(text.charAt(at++));
      }
    }
    expect("\"");
    return value.toString();
  }

  /// What comes before white space or a sign of the language.
  String plain() {
    if (isAtEnd()) {
      throw wrong();
    }
    int from = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "{}(),=\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw wrong();
    }
    return text.substring(from, at);
  }

  ServiceException wrong() {
    return Search.wrong("Invalid search", text);
  }
}
