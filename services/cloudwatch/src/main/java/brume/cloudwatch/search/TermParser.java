package brume.cloudwatch.search;

import java.util.ArrayList;
import java.util.List;

/// Reads `(EC2 OR EBS) MetricName=ReadOps NOT "Other"`.
final class TermParser {
  /// Parentheses inside each other.
  private static final int MAX_DEPTH = 50;

  private final SearchReader reader;
  private int depth;

  TermParser(SearchReader reader) {
    this.reader = reader;
  }

  Term parse() {
    var terms = new ArrayList<Term>();
    do {
      terms.add(all());
    } while (reader.takeWord("OR"));
    return terms.size() == 1 ? terms.getFirst() : new Term.Any(List.copyOf(terms));
  }

  private Term all() {
    var terms = new ArrayList<Term>();
    do {
      terms.add(single());
      reader.takeWord("AND");
    } while (!reader.isAtEnd() && !reader.isAt(")") && !reader.isAt("OR "));
    return terms.size() == 1 ? terms.getFirst() : new Term.All(List.copyOf(terms));
  }

  private Term single() {
    if (++depth > MAX_DEPTH) {
      throw reader.wrong();
    }
    try {
      if (reader.takeWord("NOT")) {
        return new Term.Not(single());
      }
      if (reader.take("(")) {
        var inner = parse();
        reader.expect(")");
        return inner;
      }
      return holds();
    } finally {
      depth--;
    }
  }

  private Term holds() {
    if (reader.isAt("\"")) {
      var text = reader.quoted();
      return reader.take("=") ? valueOf(text) : new Term.Holds(null, text, true);
    }
    var text = reader.plain();
    return reader.take("=") ? valueOf(text) : new Term.Holds(null, text, false);
  }

  private Term valueOf(String property) {
    boolean isExact = reader.isAt("\"");
    return new Term.Holds(property, reader.name(), isExact);
  }
}
