package brume.lambda.java;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes JSON of strings, lists and objects, without loading a library for it.
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  JsonText open(char bracket) {
    separate();
    text.append(bracket);
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    return this;
  }

  JsonText name(String name) {
    value(name);
    text.append(':');
    return this;
  }

  JsonText value(String value) {
    separate();
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      escape(value.charAt(i));
    }
    text.append('"');
    return this;
  }

  private void separate() {
    if (!text.isEmpty() && "{[:".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(',');
    }
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        // A lone surrogate has no UTF-8, and control characters no place in JSON.
        if (c < ' ' || Character.isSurrogate(c)) {
          text.append("\\u").append(String.format("%04x", (int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
