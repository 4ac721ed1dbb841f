package brume.lambda.site;

import brume.http.Headers;
import brume.http.QueryString;
import brume.http.Request;
import brume.http.Response;
import brume.lambda.code.Archives;
import brume.lambda.code.CodeLinks;
import brume.service.Call;
import brume.service.Site;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// Gives packages to whoever has a link that is still valid.
public final class CodeSite implements Site {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final String TEXT = "text/plain; charset=utf-8";

  private final CodeLinks links;
  private final Archives archives;

  public CodeSite(CodeLinks links, Archives archives) {
    this.links = links;
    this.archives = archives;
  }

  @Override
  public String kind() {
    return CodeLinks.KIND;
  }

  /// @param name the digest of the package in hexadecimal
  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    var sha256 = opened(call, name, request);
    if (sha256 == null) {
      return Response.of(FORBIDDEN, TEXT, "The link is not valid, or no longer\n");
    }
    try {
      var type = Headers.of("Content-Type", "application/zip");
      return new Response(OK, type, archives.open(sha256));
    } catch (NoSuchFileException _) {
      return Response.of(NOT_FOUND, TEXT, "The package is not there any more\n");
    }
  }

  private @Nullable String opened(Call call, String name, Request request) {
    try {
      var query = QueryString.parse(request.query());
      long expires = Long.parseLong(parameter(query, "Expires"));
      return links.open(name, expires, parameter(query, "Signature"), call.now());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static String parameter(QueryString query, String name) {
    return query.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(QueryString.Parameter::value)
        .findFirst()
        .orElse("");
  }
}
