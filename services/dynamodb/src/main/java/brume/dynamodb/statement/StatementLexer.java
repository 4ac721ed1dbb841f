package brume.dynamodb.statement;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.statement.Lexeme.Kind;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a statement.
final class StatementLexer {
  private static final List<String> PAIRS = List.of("<<", ">>", "<=", ">=", "<>", "!=");

  private final String text;
  private int position;

  private StatementLexer(String text) {
    this.text = text;
  }

  /// The lexemes in order, and one of kind END behind them.
  static List<Lexeme> lexemes(String text) {
    var lexer = new StatementLexer(text);
    var lexemes = new ArrayList<Lexeme>();
    do {
      lexemes.add(lexer.next());
    } while (lexemes.getLast().kind() != Kind.END);
    return lexemes;
  }

  static ServiceException malformed(String why) {
    return Invalid.request("Statement wasn't well formed, can't be processed: " + why);
  }

  private Lexeme next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Lexeme(Kind.END, "<EOF>", position);
    }
    char first = text.charAt(position);
    if (first == '\'' || first == '"') {
      return quoted(first);
    }
    if (isLetter(first)) {
      return until(Kind.WORD, wordEnd());
    }
    if (isDigit(first)) {
      return until(Kind.NUMBER, numberEnd());
    }
    boolean isPair = PAIRS.stream().anyMatch(pair -> text.startsWith(pair, position));
    return until(Kind.SIGN, position + (isPair ? 2 : 1));
  }

  private Lexeme until(Kind kind, int end) {
    var lexeme = new Lexeme(kind, text.substring(position, end), position);
    position = end;
    return lexeme;
  }

  /// A quote within is written twice.
  private Lexeme quoted(char quote) {
    int start = position++;
    var content = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c != quote) {
        content.append(c);
      } else if (position < text.length() && text.charAt(position) == quote) {
        content.append(quote);
        position++;
      } else {
        return new Lexeme(quote == '"' ? Kind.QUOTED_NAME : Kind.STRING, content.toString(), start);
      }
    }
    throw malformed("Unterminated quote at position " + start);
  }

  private int wordEnd() {
    int end = position;
    while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  /// Digits, a fraction and an exponent.
  private int numberEnd() {
    int end = digitsEnd(position);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end = digitsEnd(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
        sign++;
      }
      int behind = digitsEnd(sign);
      end = behind > sign ? behind : end;
    }
    return end;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }
}
