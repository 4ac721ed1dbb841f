package brume.console;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Response;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Serves the files of the page. They hold no secret: whoever opens the page has to sign in.
public final class Console {
  private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  /// Nothing but the page's own scripts runs in it. Mail is shown in a frame that inherits these
  /// rules, so that opening one loads nothing from elsewhere.
  private static final Headers GUARDS =
      Headers.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data: blob:; connect-src 'self'; frame-src 'self';"
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  private final String folder;

  public Console() {
    this("page");
  }

  /// @param folder beside this class
  Console(String folder) {
    this.folder = folder;
  }

  /// The file for a path; null when the page has none there.
  ///
  /// @param path below where the console is, beginning with `/`
  public @Nullable Response serve(String path) throws IOException {
    if (path.equals("/")) {
      return file("/index.html", "no-cache");
    }
    // Their names change with their content.
    return ASSET.matcher(path).matches() ? file(path, "max-age=31536000, immutable") : null;
  }

  private @Nullable Response file(String path, String caching) throws IOException {
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (var content = Console.class.getResourceAsStream(folder + path)) {
      if (content == null || type == null) {
        return null;
      }
      var headers = GUARDS.with("Content-Type", type).with("Cache-Control", caching);
      return new Response(200, headers, Body.of(content.readAllBytes()));
    }
  }
}
