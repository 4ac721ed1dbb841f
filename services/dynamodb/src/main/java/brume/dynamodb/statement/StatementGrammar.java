package brume.dynamodb.statement;

import brume.dynamodb.expression.Path;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import brume.dynamodb.statement.Lexeme.Kind;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// What all parts of a statement have in common: a cursor over the lexemes, names, paths and
/// values.
class StatementGrammar {
  /// Nesting of parentheses, lists and maps.
  private static final int MAX_DEPTH = 100;

  private final List<Lexeme> lexemes;
  private final Iterator<Value> parameters;
  private int position;
  private int depth;

  StatementGrammar(String text, List<Value> parameters) {
    this.lexemes = StatementLexer.lexemes(text);
    this.parameters = parameters.iterator();
  }

  final Lexeme peek() {
    return lexemes.get(position);
  }

  final Lexeme peekSecond() {
    return lexemes.get(Math.min(position + 1, lexemes.size() - 1));
  }

  final Lexeme take() {
    var lexeme = peek();
    if (lexeme.kind() == Kind.END) {
      throw unexpected();
    }
    position++;
    return lexeme;
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
      throw unexpected();
    }
  }

  final void expectKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw unexpected();
    }
  }

  final ServiceException unexpected() {
    return StatementLexer.malformed(
        "Unexpected token '%s' at position %d".formatted(peek().text(), peek().at()));
  }

  final void finish() {
    if (peek().kind() != Kind.END) {
      throw unexpected();
    }
    if (parameters.hasNext()) {
      throw wrongCount();
    }
  }

  final void enter() {
    if (++depth > MAX_DEPTH) {
      throw StatementLexer.malformed("More than " + MAX_DEPTH + " levels of nesting");
    }
  }

  final void leave() {
    depth--;
  }

  final String name() {
    if (peek().kind() != Kind.WORD && peek().kind() != Kind.QUOTED_NAME) {
      throw unexpected();
    }
    return take().text();
  }

  final Path path() {
    var steps = new ArrayList<Path.Step>();
    steps.add(new Path.Step.Name(name()));
    while (true) {
      if (takeSign(".")) {
        steps.add(new Path.Step.Name(name()));
      } else if (takeSign("[")) {
        steps.add(step());
        expectSign("]");
      } else {
        return new Path(List.copyOf(steps));
      }
    }
  }

  private Path.Step step() {
    if (peek().kind() == Kind.STRING) {
      return new Path.Step.Name(take().text());
    }
    if (peek().kind() != Kind.NUMBER) {
      throw unexpected();
    }
    try {
      return new Path.Step.Index(Integer.parseInt(peek().text()));
    } catch (NumberFormatException _) {
      throw unexpected();
    } finally {
      position++;
    }
  }

  final boolean isValue() {
    var next = peek();
    return switch (next.kind()) {
      case STRING, NUMBER -> true;
      case SIGN -> List.of("?", "[", "{", "<<", "-").contains(next.text());
      case WORD -> next.isKeyword("true") || next.isKeyword("false") || next.isKeyword("null");
      case QUOTED_NAME, END -> false;
    };
  }

  final Value value() {
    var first = take();
    return switch (first.kind()) {
      case STRING -> Value.of(first.text());
      case NUMBER -> Value.N.of(first.text());
      case WORD -> word(first);
      case SIGN -> nested(first);
      case QUOTED_NAME, END -> throw StatementLexer.malformed("No value: " + first.text());
    };
  }

  private static Value word(Lexeme word) {
    if (word.isKeyword("null")) {
      return Value.NULL;
    }
    if (word.isKeyword("true") || word.isKeyword("false")) {
      return Value.of(word.isKeyword("true"));
    }
    throw StatementLexer.malformed("No value: " + word.text());
  }

  private Value nested(Lexeme sign) {
    enter();
    try {
      return switch (sign.text()) {
        case "?" -> parameter();
        case "-" -> Value.N.of('-' + take().text());
        case "[" -> new Value.L(values("]"));
        case "<<" -> set(values(">>"));
        case "{" -> map();
        default -> throw StatementLexer.malformed("No value: " + sign.text());
      };
    } finally {
      leave();
    }
  }

  private Value parameter() {
    if (!parameters.hasNext()) {
      throw wrongCount();
    }
    return parameters.next();
  }

  private static ServiceException wrongCount() {
    return Invalid.request("Number of parameters in request and statement don't match.");
  }

  /// Values up to the sign that closes them.
  final List<Value> values(String end) {
    var values = new ArrayList<Value>();
    while (!takeSign(end)) {
      if (!values.isEmpty()) {
        expectSign(",");
      }
      values.add(value());
    }
    return List.copyOf(values);
  }

  private static Value set(List<Value> members) {
    if (members.isEmpty()) {
      throw StatementLexer.malformed("An empty set");
    }
    var type = members.getFirst().type();
    if (!type.isOrdered() || members.stream().anyMatch(member -> member.type() != type)) {
      throw StatementLexer.malformed("The members of a set must have one type: S, N or B");
    }
    return switch (type) {
      case S -> {
        var texts = new LinkedHashSet<String>();
        members.forEach(member -> texts.add(((Value.S) member).text()));
        yield new Value.SS(texts);
      }
      case N -> {
        var numbers = new LinkedHashSet<String>();
        members.forEach(member -> numbers.add(((Value.N) member).digits()));
        yield new Value.NS(numbers);
      }
      default -> {
        var blobs = new LinkedHashSet<brume.base.Bytes>();
        members.forEach(member -> blobs.add(((Value.B) member).bytes()));
        yield new Value.BS(blobs);
      }
    };
  }

  private Value map() {
    var entries = new LinkedHashMap<String, Value>();
    while (!takeSign("}")) {
      if (!entries.isEmpty()) {
        expectSign(",");
      }
      if (peek().kind() != Kind.STRING && peek().kind() != Kind.QUOTED_NAME) {
        throw unexpected();
      }
      var name = take().text();
      expectSign(":");
      if (entries.put(name, value()) != null) {
        throw StatementLexer.malformed("The attribute " + name + " twice");
      }
    }
    return new Value.M(entries);
  }
}
