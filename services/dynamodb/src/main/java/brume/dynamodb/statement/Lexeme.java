package brume.dynamodb.statement;

/// A word, value or sign of a statement, from the character `at` of its text.
///
/// @param text without the quotes
record Lexeme(Kind kind, String text, int at) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// Keywords are words in any case.
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }
}
