package brume.console;

import static org.assertj.core.api.Assertions.assertThat;

import brume.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private final Console console = new Console("sample");

  @Test
  void thePageIsAskedForAnewAndRunsNothingOfOthers() throws IOException {
    var page = console.serve("/");

    assertThat(text(page)).contains("<title>Sample</title>");
    assertThat(page.headers().first("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.headers().first("cache-control")).isEqualTo("no-cache");
    assertThat(page.headers().first("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
  }

  @Test
  void whatItLoadsIsKept() throws IOException {
    var script = console.serve("/assets/main-1a2b.js");

    assertThat(text(script)).startsWith("export");
    assertThat(script.headers().first("content-type")).startsWith("text/javascript");
    assertThat(script.headers().first("cache-control")).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/assets/",
        "/assets/missing.js",
        "/assets/notes.exe",
        "/assets/../index.html",
        "/assets/..%2findex.html",
        "/assets//main-1a2b.js"
      })
  void nothingElseIsThere(String path) throws IOException {
    assertThat(console.serve(path)).isNull();
  }

  private static String text(Response response) throws IOException {
    return new String(response.body().open().readAllBytes(), StandardCharsets.UTF_8);
  }
}
