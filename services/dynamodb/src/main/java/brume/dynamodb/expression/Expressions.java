package brume.dynamodb.expression;

import brume.dynamodb.table.KeyCondition;
import brume.dynamodb.table.KeySchema;
import java.util.EnumMap;
import java.util.Map;

/// From the texts of expressions to what can be evaluated. Shared by all requests, since
/// applications send few texts many times.
public final class Expressions {
  /// Trees kept for each kind of expression; a text has 4 KB at most.
  static final int MAX_KEPT = 1000;

  private final Map<ExpressionKind, RecentlyParsed<Condition>> conditions =
      new EnumMap<>(ExpressionKind.class);
  private final RecentlyParsed<Update> updates =
      new RecentlyParsed<>(MAX_KEPT, UpdateParser::parse);
  private final RecentlyParsed<Projection> projections =
      new RecentlyParsed<>(MAX_KEPT, ProjectionParser::parse);

  public Expressions() {
    for (var kind :
        new ExpressionKind[] {
          ExpressionKind.CONDITION, ExpressionKind.FILTER, ExpressionKind.KEY_CONDITION
        }) {
      conditions.put(
          kind, new RecentlyParsed<>(MAX_KEPT, text -> ConditionParser.parse(kind, text)));
    }
  }

  public Condition condition(String text, Placeholders placeholders) {
    return condition(ExpressionKind.CONDITION, text, placeholders);
  }

  public Condition filter(String text, Placeholders placeholders) {
    return condition(ExpressionKind.FILTER, text, placeholders);
  }

  public Condition keyCondition(String text, Placeholders placeholders) {
    return condition(ExpressionKind.KEY_CONDITION, text, placeholders);
  }

  /// What a bound key condition asks of a table or index with this schema.
  public static KeyCondition keyCondition(Condition condition, KeySchema schema) {
    return KeyConditionReader.read(condition, schema);
  }

  public Update update(String text, Placeholders placeholders) {
    return new UpdateBinder(placeholders).bind(updates.parse(text));
  }

  public Projection projection(String text, Placeholders placeholders) {
    var binder = new Binder(ExpressionKind.PROJECTION, placeholders);
    var paths = projections.parse(text).paths().stream().map(binder::path).toList();
    Paths.checkDistinct(ExpressionKind.PROJECTION, paths);
    return new Projection(paths);
  }

  private Condition condition(ExpressionKind kind, String text, Placeholders placeholders) {
    var parsed = conditions.get(kind);
    if (parsed == null) {
      throw new IllegalArgumentException(kind + " is no condition");
    }
    return new ConditionBinder(kind, placeholders).bind(parsed.parse(text));
  }
}
