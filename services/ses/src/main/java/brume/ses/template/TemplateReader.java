package brume.ses.template;

import brume.ses.template.Node.Block;
import brume.ses.template.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a template, tag by tag.
final class TemplateReader {
  /// How deep blocks may lie in blocks.
  static final int MAX_DEPTH = 50;

  private static final Pattern PATH = Pattern.compile("(\\.\\./)*(@?[\\w-]+|\\.)([./][\\w-]+)*");

  private final String text;
  private int at;

  private TemplateReader(String text) {
    this.text = text;
  }

  static List<Node> read(String text) throws TemplateException {
    var reader = new TemplateReader(text);
    var content = reader.content(0);
    if (content.end != null) {
      throw TemplateException.malformed("Nothing is open that {{" + content.end + "}} could close");
    }
    return content.nodes;
  }

  /// @param end the tag that ended it, `else` or `/if`; null at the end of the text
  private record Content(List<Node> nodes, @org.jspecify.annotations.Nullable String end) {}

  private Content content(int depth) throws TemplateException {
    if (depth > MAX_DEPTH) {
      throw TemplateException.malformed("Blocks lie too deep in blocks");
    }
    var nodes = new ArrayList<Node>();
    while (true) {
      int open = text.indexOf("{{", at);
      if (open < 0) {
        nodes.add(new Node.Literal(text.substring(at)));
        at = text.length();
        return new Content(List.copyOf(nodes), null);
      }
      nodes.add(new Node.Literal(text.substring(at, open)));
      var tag = tag(open);
      if (tag.equals("else") || tag.startsWith("/")) {
        return new Content(List.copyOf(nodes), tag);
      }
      if (tag.startsWith("#")) {
        nodes.add(block(tag, depth));
      } else if (!tag.startsWith("!")) {
        nodes.add(new Node.Value(path(tag)));
      }
    }
  }

  /// What stands between the braces, of which there may be three.
  private String tag(int open) throws TemplateException {
    boolean three = text.startsWith("{{{", open);
    var comment = text.startsWith("{{!--", open);
    var close = comment ? "--}}" : three ? "}}}" : "}}";
    int from = open + (three ? 3 : 2);
    int end = text.indexOf(close, from);
    if (end < 0) {
      throw TemplateException.malformed("A tag is not closed: " + excerpt(open));
    }
    at = end + close.length();
    return comment ? "!" : text.substring(from, end).strip();
  }

  private Block block(String tag, int depth) throws TemplateException {
    var words = tag.substring(1).strip().split("\\s+");
    var kind = kind(words[0], tag);
    if (words.length != 2) {
      throw TemplateException.malformed("A block needs one value: {{" + tag + "}}");
    }
    var body = content(depth + 1);
    var end = body.end;
    List<Node> otherwise = List.of();
    if ("else".equals(end)) {
      var rest = content(depth + 1);
      otherwise = rest.nodes;
      end = rest.end;
    }
    if (!('/' + words[0]).equals(end == null ? null : end.replace(" ", ""))) {
      throw TemplateException.malformed("{{" + tag + "}} is not closed");
    }
    return new Block(kind, path(words[1]), body.nodes, otherwise);
  }

  private static Kind kind(String word, String tag) throws TemplateException {
    for (var kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    throw TemplateException.malformed("Brume does not have {{" + tag + "}}");
  }

  private static Path path(String text) throws TemplateException {
    if (!PATH.matcher(text).matches()) {
      throw TemplateException.malformed("Brume does not have {{" + text + "}}");
    }
    return Path.of(text);
  }

  private String excerpt(int from) {
    return text.substring(from, Math.min(text.length(), from + 40));
  }
}
