package brume.cognito.login;

import brume.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page with one form, or none.
final class Page {
  /// Nothing but the pages' own styles. Where forms lead is left open: browsers hold it against the
  /// redirect to the client, too.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final String title;
  private final List<String> parts = new ArrayList<>();

  Page(String title) {
    this.title = title;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  Page text(String text) {
    parts.add("<p>" + escape(text) + "</p>");
    return this;
  }

  /// Read out at once by screen readers. Nothing for null.
  Page error(@Nullable String text) {
    if (text != null) {
      parts.add("<p class=\"error\" role=\"alert\">" + escape(text) + "</p>");
    }
    return this;
  }

  Page notice(@Nullable String text) {
    if (text != null) {
      parts.add("<p class=\"notice\" role=\"status\">" + escape(text) + "</p>");
    }
    return this;
  }

  Page link(String target, String text) {
    parts.add("<p><a href=\"" + escape(target) + "\">" + escape(text) + "</a></p>");
    return this;
  }

  Page code(String text) {
    parts.add("<p><code>" + escape(text) + "</code></p>");
    return this;
  }

  Page begin(String action, String csrf) {
    parts.add("<form method=\"post\" action=\"" + escape(action) + "\">");
    return hidden("_csrf", csrf);
  }

  Page hidden(String name, String value) {
    parts.add("<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">");
    return this;
  }

  /// @param type such as `password`
  /// @param autocomplete what browsers may fill in, such as `current-password`
  Page field(String name, String label, String type, String autocomplete, String value) {
    var id = escape(name);
    parts.add("<label for=\"" + id + "\">" + escape(label) + "</label>");
    parts.add(
        "<input id=\"%s\" name=\"%s\" type=\"%s\" autocomplete=\"%s\" value=\"%s\" required>"
            .formatted(id, id, type, autocomplete, escape(value)));
    return this;
  }

  /// One of several answers to `name`.
  Page choice(String name, String value, String label) {
    parts.add(
        "<label class=\"choice\"><input name=\"%s\" type=\"radio\" value=\"%s\" required> %s</label>"
            .formatted(escape(name), escape(value), escape(label)));
    return this;
  }

  Page end(String button) {
    parts.add("<button type=\"submit\">" + escape(button) + "</button></form>");
    return this;
  }

  Response answer(int status) {
    var html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <link rel="stylesheet" href="login.css">
        </head>
        <body><main><h1>%s</h1>
        %s
        </main></body>
        </html>
        """
            .formatted(escape(title), escape(title), String.join("\n", parts));
    return Response.of(status, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", POLICY)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer");
  }
}
