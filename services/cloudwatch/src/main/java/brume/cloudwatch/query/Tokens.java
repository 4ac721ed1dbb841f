package brume.cloudwatch.query;

import brume.model.cloudwatch.CloudWatchError;
import brume.shape.ServiceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs of a formula, one after the other.
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\.\\d+)|(?<name>[a-zA-Z_]\\w*)"
              + "|(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<sign>&&|\\|\\||==|!=|<=|>=|[-+*/^(),\\[\\]<>]))");

  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SIGN,
    END
  }

  private final String text;
  private final Matcher matcher;
  private int end;
  private String token = "";
  private Kind kind = Kind.END;

  Tokens(String text) {
    this.text = text;
    matcher = TOKEN.matcher(text);
    advance();
  }

  Kind kind() {
    return kind;
  }

  /// Steps over the next token and gives it, without its quotes.
  String next() {
    var word = token;
    advance();
    return word;
  }

  private void advance() {
    if (text.substring(end).isBlank()) {
      token = "";
      kind = Kind.END;
      return;
    }
    if (!matcher.find(end) || matcher.start() != end) {
      throw wrong();
    }
    end = matcher.end();
    token = matcher.group().strip();
    if (matcher.group("number") != null) {
      kind = Kind.NUMBER;
    } else if (matcher.group("name") != null) {
      kind = Kind.NAME;
    } else if (matcher.group("text") != null) {
      kind = Kind.TEXT;
      token = token.substring(1, token.length() - 1);
    } else {
      kind = Kind.SIGN;
    }
  }

  /// Steps over one of the signs or words, if it is next.
  boolean take(String... anyOf) {
    for (var one : anyOf) {
      if (kind != Kind.TEXT && token.equals(one)) {
        advance();
        return true;
      }
    }
    return false;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw wrong();
    }
  }

  ServiceException wrong() {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Error in expression '" + text + "': it is not metric math");
  }
}
