package brume.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/// The grammar of projections: document paths between commas.
final class ProjectionParser extends Grammar {
  private ProjectionParser(String text) {
    super(ExpressionKind.PROJECTION, text);
  }

  static Projection parse(String text) {
    var parser = new ProjectionParser(text);
    var paths = new ArrayList<Path>();
    do {
      paths.add(parser.path());
    } while (parser.takeSign(","));
    parser.finish();
    return new Projection(List.copyOf(paths));
  }
}
