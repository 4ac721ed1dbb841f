package brume.wire.conformance;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a Smithy text, without space, commas and comments.
///
/// A token of text begins with a quote, and is unescaped behind it.
///
/// Source: Smithy 2.0, "Smithy IDL", lexical notes and grammar.
final class Tokens {
  static final char QUOTE = '"';
  private static final String BLOCK = "\"\"\"";

  private final String source;
  private int at;

  private Tokens(String source) {
    this.source = source;
  }

  static List<String> of(String source) {
    var tokens = new Tokens(source);
    var found = new ArrayList<String>();
    while (tokens.skip()) {
      found.add(tokens.next());
    }
    return found;
  }

  private boolean skip() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("//", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (Character.isWhitespace(c) || c == ',') {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private String next() {
    if (source.startsWith(BLOCK, at)) {
      return block();
    }
    if (source.charAt(at) == QUOTE) {
      return text();
    }
    if (source.startsWith(":=", at)) {
      at += 2;
      return ":=";
    }
    int start = at++;
    if (isWord(source.charAt(start))) {
      while (at < source.length() && isWord(source.charAt(at))) {
        at++;
      }
    }
    return source.substring(start, at);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "_.#$-+".indexOf(c) >= 0;
  }

  private String text() {
    int start = ++at;
    while (source.charAt(at) != QUOTE) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return QUOTE + unescaped(source.substring(start, at++));
  }

  private String block() {
    int start = source.indexOf('\n', at) + 1;
    int end = start;
    while (!source.startsWith(BLOCK, end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    at = end + BLOCK.length();
    return QUOTE + unescaped(dedented(source.substring(start, end)));
  }

  /// Without the indentation that all lines share; the line of the closing quotes counts, too.
  private static String dedented(String text) {
    var lines = text.split("\n", -1);
    int indent = Integer.MAX_VALUE;
    for (int i = 0; i < lines.length; i++) {
      boolean counts = !lines[i].isBlank() || i == lines.length - 1;
      int own = lines[i].length() - lines[i].stripLeading().length();
      indent = counts ? Math.min(indent, own) : indent;
    }
    var out = new ArrayList<String>();
    for (var line : lines) {
      out.add(line.isBlank() ? "" : line.substring(indent).stripTrailing());
    }
    return String.join("\n", out);
  }

  private static String unescaped(String raw) {
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case '\n' -> {
          // an escaped line end joins lines
        }
        case 'u' -> {
          out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> out.append(escape);
      }
    }
    return out.toString();
  }
}
