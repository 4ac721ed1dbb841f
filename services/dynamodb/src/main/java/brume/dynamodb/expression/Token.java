package brume.dynamodb.expression;

/// A word or sign of an expression, from the character `start` to before `end` of its text.
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    WORD,
    NUMBER,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
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
