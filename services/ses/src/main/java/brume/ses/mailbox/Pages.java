package brume.ses.mailbox;

import brume.http.Response;
import brume.json.Json;

/// Answers, and the frame of pages.
///
/// Nothing that a message brings with it runs or is fetched: pages forbid scripts and every other
/// server.
final class Pages {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'self'";

  private Pages() {}

  static Response text(int status, String text) {
    return Response.of(status, "text/plain; charset=utf-8", text + '\n');
  }

  static Response json(Json json) {
    return json(200, json);
  }

  static Response json(int status, Json json) {
    return guarded(Response.of(status, "application/json", json.print() + '\n'));
  }

  static Response html(int status, String page) {
    return guarded(Response.of(status, "text/html; charset=utf-8", page))
        .with("Content-Security-Policy", POLICY);
  }

  private static Response guarded(Response response) {
    return response
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  static String notice(String title, String text) {
    return page(title, "<p>" + escaped(text) + "</p>\n");
  }

  /// @param content HTML
  static String page(String title, String content) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s – Brume</title>
        <style>
          :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
          body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
          table { border-collapse: collapse; width: 100%%; }
          th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
                   border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; }
          iframe { width: 100%%; height: 30rem; border: 1px solid #8884; background: #fff; }
        </style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
        .formatted(escaped(title), escaped(title), content);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
