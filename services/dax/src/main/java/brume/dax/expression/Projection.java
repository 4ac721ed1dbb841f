package brume.dax.expression;

import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.dax.form.Values;
import brume.model.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The attributes that a request asks for. A client is told each by its place in the list, so
/// DynamoDB is asked for whole attributes, and what lies within is picked here.
public final class Projection {
  /// More do not fit into the 4 KB that DynamoDB takes.
  private static final int MAX_PATHS = 2_048;

  private final List<Path> paths;

  private Projection(List<Path> paths) {
    this.paths = paths;
  }

  /// Throws a validation error when two paths overlap, as DynamoDB does.
  public static Projection read(byte[] expression) {
    var in = new CborReader(expression);
    Expressions.open(in);
    var paths = new ArrayList<Path>();
    for (var items = in.readArray(); items.next(); ) {
      var elements = in.readArray();
      if (paths.size() == MAX_PATHS) {
        throw new MalformedException("A projection has too many paths");
      }
      if (!elements.next() || Function.of(in.readInt()) != Function.PATH) {
        throw new MalformedException("Not a path");
      }
      paths.add(Path.read(in, elements));
    }
    for (int i = 0; i < paths.size(); i++) {
      for (int j = i + 1; j < paths.size(); j++) {
        check(paths.get(i), paths.get(j));
      }
    }
    return new Projection(List.copyOf(paths));
  }

  private static void check(Path one, Path other) {
    if (one.overlaps(other)) {
      throw VALIDATION_EXCEPTION.because(
          "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or"
              + " rewrite one of these paths; path one: "
              + one
              + ", path two: "
              + other);
    }
  }

  /// The attributes in which they lie, as an expression.
  public String attributes(Placeholders placeholders) {
    var names = new LinkedHashSet<String>();
    for (var path : paths) {
      names.add(placeholders.name(path.attribute()));
    }
    return String.join(", ", names);
  }

  /// What is there of them, by their places.
  public void write(CborWriter out, Map<String, AttributeValue> item) {
    out.openMap();
    for (int place = 0; place < paths.size(); place++) {
      var value = paths.get(place).in(item);
      if (value != null) {
        out.integer(place);
        Values.write(out, value);
      }
    }
    out.end();
  }
}
