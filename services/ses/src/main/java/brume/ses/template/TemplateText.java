package brume.ses.template;

import brume.json.Json;
import brume.ses.template.Node.Block;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parsed template.
public final class TemplateText {
  private final List<Node> nodes;

  private TemplateText(List<Node> nodes) {
    this.nodes = nodes;
  }

  /// Throws [TemplateException] for a text that is no template.
  public static TemplateText parse(String text) throws TemplateException {
    return new TemplateText(TemplateReader.read(text));
  }

  /// The text with the values filled in.
  ///
  /// Throws [TemplateException] when a value that it names is not there.
  public String render(Json.Obj data) throws TemplateException {
    var out = new StringBuilder();
    render(out, nodes, new Frame(data, Map.of(), null));
    return out.toString();
  }

  private static void render(StringBuilder out, List<Node> nodes, Frame frame)
      throws TemplateException {
    for (var node : nodes) {
      switch (node) {
        case Node.Literal(String text) -> out.append(text);
        case Node.Value(Path path) -> out.append(shown(frame.find(path), path));
        case Block block -> render(out, block, frame);
      }
    }
  }

  private static String shown(@Nullable Json value, Path path) throws TemplateException {
    return switch (value) {
      case null -> throw TemplateException.missing(path.text());
      case Json.Null _ -> "";
      case Json.Obj _, Json.Arr _ -> value.print();
      default -> String.valueOf(value.text());
    };
  }

  private static void render(StringBuilder out, Block block, Frame frame) throws TemplateException {
    var value = frame.find(block.path());
    boolean holds = value != null && isTrue(value);
    switch (block.kind()) {
      case IF -> render(out, holds ? block.body() : block.otherwise(), frame);
      case UNLESS -> render(out, holds ? block.otherwise() : block.body(), frame);
      case WITH -> {
        if (value != null && holds) {
          render(out, block.body(), new Frame(value, frame.marks(), frame));
        } else {
          render(out, block.otherwise(), frame);
        }
      }
      case EACH -> {
        if (value != null && holds) {
          each(out, block, value, frame);
        } else {
          render(out, block.otherwise(), frame);
        }
      }
    }
  }

  private static void each(StringBuilder out, Block block, Json value, Frame frame)
      throws TemplateException {
    var keys = value instanceof Json.Obj object ? List.copyOf(object.fields().keySet()) : null;
    var items =
        value instanceof Json.Obj object ? List.copyOf(object.fields().values()) : value.list();
    for (int i = 0; i < items.size(); i++) {
      var marks =
          Map.<String, Json>of(
              "@index", Json.of(i),
              "@key", keys == null ? Json.of(i) : Json.of(keys.get(i)),
              "@first", Json.of(i == 0),
              "@last", Json.of(i == items.size() - 1));
      render(out, block.body(), new Frame(items.get(i), marks, frame));
    }
  }

  /// As in JavaScript, but an empty array is false as well.
  private static boolean isTrue(Json value) {
    return switch (value) {
      case Json.Null _ -> false;
      case Json.Bool(boolean yes) -> yes;
      case Json.Str(String text) -> !text.isEmpty();
      case Json.Num(var number) -> number.signum() != 0;
      case Json.Arr(var items) -> !items.isEmpty();
      case Json.Obj _ -> true;
    };
  }
}
