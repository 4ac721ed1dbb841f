package brume.dynamodb.expression;

import brume.dynamodb.item.ItemSize;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the grammars of all expressions share: a cursor over the tokens, and document paths.
///
/// A syntax error is thrown where it is met. What else is wrong is kept until the whole text is
/// read, since AWS reports a syntax error first.
class Grammar {
  /// In bytes of UTF-8.
  static final int MAX_BYTES = 4096;

  static final int MAX_OPERATORS = 300;

  private final ExpressionKind kind;
  private final String text;
  private final List<Token> tokens;
  private int position;
  private int operators;
  private @Nullable ServiceException fault;

  Grammar(ExpressionKind kind, String text) {
    this.kind = kind;
    this.text = text;
    if (text.isBlank()) {
      throw kind.invalid("The expression can not be empty;");
    }
    int bytes = ItemSize.utf8Length(text);
    if (bytes > MAX_BYTES) {
      throw kind.invalid(
          "Expression size has exceeded the maximum allowed size; expression size: " + bytes);
    }
    this.tokens = Lexer.tokens(text);
  }

  final Token peek() {
    return tokens.get(position);
  }

  final Token peekSecond() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  /// How many tokens were taken.
  final int position() {
    return position;
  }

  final Token take() {
    var token = peek();
    if (token.kind() == Token.Kind.END) {
      throw syntaxError();
    }
    position++;
    return token;
  }

  final boolean takeSign(String sign) {
    boolean is = peek().isSign(sign);
    position += is ? 1 : 0;
    return is;
  }

  final boolean takeKeyword(String keyword) {
    boolean is = peek().isKeyword(keyword);
    position += is ? 1 : 0;
    return is;
  }

  final void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw syntaxError();
    }
  }

  /// To be called at the end: throws what is wrong beside the syntax.
  final void finish() {
    if (peek().kind() != Token.Kind.END) {
      throw syntaxError();
    }
    if (fault != null) {
      throw fault;
    }
  }

  /// Keeps the first error that is not one of syntax.
  final void fault(String message) {
    if (fault == null) {
      fault = kind.invalid(message);
    }
  }

  /// Counts an operator or function, so that the depth of the parsers' recursion has a bound.
  final void countOperator() {
    if (++operators > MAX_OPERATORS) {
      throw kind.invalid(
          "The expression contains too many operators; operator count: " + operators);
    }
  }

  final ServiceException syntaxError() {
    var token = peek();
    int from = position > 0 ? tokens.get(position - 1).start() : token.start();
    int to = token.kind() == Token.Kind.END ? endOfText() : peekSecond().end();
    if (peekSecond().kind() == Token.Kind.END) {
      to = endOfText();
    }
    return kind.invalid(
        "Syntax error; token: \"%s\", near: \"%s\""
            .formatted(token.text(), text.substring(Math.min(from, to), to)));
  }

  private int endOfText() {
    return tokens.size() < 2 ? 0 : tokens.get(tokens.size() - 2).end();
  }

  final boolean isPathStart() {
    var token = peek();
    return (token.kind() == Token.Kind.WORD && !isKeyword(token))
        || token.kind() == Token.Kind.NAME_PLACEHOLDER;
  }

  /// Whether a word is of the grammar and so, without a placeholder, never an attribute.
  boolean isKeyword(Token word) {
    return false;
  }

  final Path path() {
    if (!isPathStart()) {
      throw syntaxError();
    }
    return path(List.of(name()));
  }

  /// The path that goes on behind `steps`.
  final Path path(List<Path.Step> begun) {
    var steps = new ArrayList<>(begun);
    while (true) {
      if (takeSign(".")) {
        if (!isPathStart()) {
          throw syntaxError();
        }
        steps.add(name());
      } else if (takeSign("[")) {
        steps.add(index());
        expectSign("]");
      } else {
        break;
      }
    }
    if (steps.size() > Paths.MAX_DEPTH) {
      fault("The document path has too many nesting levels; nesting levels: " + steps.size());
    }
    return new Path(List.copyOf(steps));
  }

  private Path.Step name() {
    var token = take();
    if (token.kind() == Token.Kind.NAME_PLACEHOLDER) {
      return new Path.Step.Placeholder(token.text());
    }
    if (ReservedWords.contains(token.text())) {
      fault("Attribute name is a reserved keyword; reserved keyword: " + token.text());
    }
    return new Path.Step.Name(token.text());
  }

  private Path.Step index() {
    if (peek().kind() != Token.Kind.NUMBER) {
      throw syntaxError();
    }
    var digits = take().text();
    try {
      return new Path.Step.Index(Integer.parseInt(digits));
    } catch (NumberFormatException _) {
      fault("List index is not within the allowable range; index: [" + digits + "]");
      return new Path.Step.Index(0);
    }
  }
}
