package brume.dax.expression;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.MalformedException;
import brume.dax.form.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;

/// One expression as text. What it says is left to DynamoDB to judge.
public final class Expressions {
  private static final int FORMAT = 1;

  /// Functions within functions: DynamoDB takes 300 of them in an expression.
  private static final int MAX_DEPTH = 400;

  private final CborReader in;
  private final String prefix;
  private final Placeholders placeholders;
  private final TreeSet<Integer> variables = new TreeSet<>();

  private Expressions(byte[] expression, String prefix, Placeholders placeholders) {
    this.in = new CborReader(expression);
    this.prefix = prefix;
    this.placeholders = placeholders;
  }

  /// A condition, filter or key condition.
  ///
  /// @param prefix of its values' placeholders, one for each expression of a request
  public static String condition(byte[] bytes, String prefix, Placeholders placeholders) {
    var expression = new Expressions(bytes, prefix, placeholders);
    open(expression.in);
    var text = expression.term(0).text;
    expression.values();
    return text;
  }

  public static String update(byte[] bytes, String prefix, Placeholders placeholders) {
    var expression = new Expressions(bytes, prefix, placeholders);
    open(expression.in);
    var clauses = new EnumMap<Function, List<String>>(Function.class);
    for (var actions = expression.in.readArray(); actions.next(); ) {
      expression.action(clauses);
    }
    expression.values();
    var text = new StringBuilder();
    clauses.forEach(
        (clause, actions) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(clause.text())
                .append(' ')
                .append(String.join(", ", actions)));
    return text.toString();
  }

  static void open(CborReader in) {
    var parts = in.readArray();
    if (!parts.next() || in.readInt() != FORMAT) {
      throw new MalformedException("Not the form of expressions");
    }
  }

  /// The values behind the expression, of those that it named.
  private void values() {
    int index = 0;
    for (var values = in.readArray(); values.next(); index++) {
      var value = Values.read(in);
      if (variables.remove(index)) {
        placeholders.value(placeholder(index), value);
      }
    }
    if (!variables.isEmpty()) {
      throw new MalformedException("An expression without its values");
    }
  }

  private String placeholder(int index) {
    return prefix + index;
  }

  /// A part of an expression, and what joins it.
  private record Term(Function function, String text) {
    String within(Function outer) {
      return function.joins() && function != outer ? '(' + text + ')' : text;
    }
  }

  private void action(EnumMap<Function, List<String>> clauses) {
    var arguments = in.readArray();
    arguments.next();
    var function = Function.of(in.readInt());
    var terms = terms(arguments, 1);
    var action =
        switch (function) {
          case SET -> terms.get(0).text + " = " + terms.get(1).text;
          case ADD, DELETE -> terms.get(0).text + ' ' + terms.get(1).text;
          case REMOVE -> terms.get(0).text;
          default -> throw new MalformedException("Not an action of updates: " + function);
        };
    clauses.computeIfAbsent(function, _ -> new ArrayList<>()).add(action);
  }

  private Term term(int depth) {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("An expression is nested too deeply");
    }
    var arguments = in.readArray();
    arguments.next();
    var function = Function.of(in.readInt());
    var text =
        switch (function) {
          case PATH -> Path.read(in, arguments).text(placeholders);
          case VARIABLE -> variable(arguments);
          case IN -> in(arguments, depth);
          default -> applied(function, terms(arguments, depth + 1));
        };
    return new Term(function, text);
  }

  private List<Term> terms(CborReader.Items arguments, int depth) {
    var terms = new ArrayList<Term>();
    while (arguments.next()) {
      terms.add(term(depth));
    }
    if (terms.isEmpty()) {
      throw new MalformedException("A function without arguments");
    }
    return terms;
  }

  private String variable(CborReader.Items arguments) {
    arguments.next();
    int index = in.readInt();
    if (arguments.next()) {
      throw new MalformedException("Not a variable");
    }
    variables.add(index);
    return placeholder(index);
  }

  private String in(CborReader.Items arguments, int depth) {
    arguments.next();
    var tested = term(depth + 1).text;
    arguments.next();
    var among = new ArrayList<String>();
    for (var items = in.readArray(); items.next(); ) {
      among.add(term(depth + 1).text);
    }
    if (arguments.next()) {
      throw new MalformedException("Not a list of values");
    }
    return tested + " IN (" + String.join(", ", among) + ')';
  }

  private static String applied(Function function, List<Term> terms) {
    int wanted =
        switch (function) {
          case ATTRIBUTE_EXISTS, ATTRIBUTE_NOT_EXISTS, SIZE, NOT -> 1;
          case BETWEEN -> 3;
          default -> 2;
        };
    if (terms.size() != wanted) {
      throw new MalformedException("Not the arguments of " + function);
    }
    var first = terms.getFirst();
    var last = terms.getLast();
    return switch (function) {
      case AND, OR -> first.within(function) + ' ' + function.text() + ' ' + last.within(function);
      case NOT -> "NOT " + first.within(Function.VARIABLE);
      case BETWEEN -> first.text + " BETWEEN " + terms.get(1).text + " AND " + last.text;
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, PLUS, MINUS ->
          first.text + ' ' + function.text() + ' ' + last.text;
      case SET, ADD, DELETE, REMOVE -> throw new MalformedException("An action of updates");
      default ->
          function.text() + '(' + String.join(", ", terms.stream().map(Term::text).toList()) + ')';
    };
  }
}
