package brume.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of an expression into tokens. A character that no token begins with becomes a sign
/// of its own, at which the parser stumbles.
final class Lexer {
  private final String text;
  private int position;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens in order, and one of kind END behind them.
  static List<Token> tokens(String text) {
    var lexer = new Lexer(text);
    var tokens = new ArrayList<Token>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    if (position == text.length()) {
      return new Token(Token.Kind.END, "<EOF>", position, position);
    }
    char first = text.charAt(position);
    if (isDigit(first)) {
      return token(Token.Kind.NUMBER, digitsEnd());
    }
    if (isLetter(first)) {
      return token(Token.Kind.WORD, wordEnd(position + 1));
    }
    int end = wordEnd(position + 1);
    if (end > position + 1 && first == '#') {
      return token(Token.Kind.NAME_PLACEHOLDER, end);
    }
    if (end > position + 1 && first == ':') {
      return token(Token.Kind.VALUE_PLACEHOLDER, end);
    }
    return token(Token.Kind.SIGN, position + (isPair(first) ? 2 : 1));
  }

  private Token token(Token.Kind kind, int end) {
    var token = new Token(kind, text.substring(position, end), position, end);
    position = end;
    return token;
  }

  private boolean isPair(char first) {
    char second = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
    return (first == '<' && (second == '=' || second == '>')) || (first == '>' && second == '=');
  }

  private int digitsEnd() {
    int end = position;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
