package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeFunctionsTest {
  @TempDir static Path directory;
  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = new Lab(directory);
  }

  @AfterAll
  static void close() throws IOException {
    lab.close();
  }

  @Test
  void runsModules() throws IOException {
    var echo = lab.node("index.mjs", "export const handler = async (event) => ({ got: event });");

    assertThat(lab.call(echo, "{\"a\":\"ü\"}").print()).isEqualTo("{\"got\":{\"a\":\"ü\"}}");
  }

  @Test
  void runsCommonJsWithCallbacks() throws IOException {
    var later =
        lab.node(
            "index.js",
            "exports.handler = (e, c, done) => { setImmediate(() => done(null, c.functionName)); };");

    assertThat(lab.call(later, "{}")).isEqualTo(Json.of(later.name()));
  }

  @Test
  void waitsForTheEventLoopBeforeACallbackAnswers() throws IOException {
    var busy =
        lab.node(
            "index.js",
            """
            exports.handler = (event, context, callback) => {
              const result = { ticks: 0 };
              context.callbackWaitsForEmptyEventLoop = event.wait;
              setTimeout(() => { result.ticks = 1; }, 20);
              callback(null, result);
            };
            """);

    assertThat(lab.call(busy, "{\"wait\":true}").print()).isEqualTo("{\"ticks\":1}");
    assertThat(lab.call(busy, "{\"wait\":false}").print()).isEqualTo("{\"ticks\":0}");
  }

  @Test
  void answersNullWhenNothingIsLeftToDo() throws IOException {
    var forgetful = lab.node("index.js", "exports.handler = () => new Promise(() => {});");

    assertThat(lab.call(forgetful, "{}")).isEqualTo(Json.ofNull());
    assertThat(lab.call(forgetful, "{}")).isEqualTo(Json.ofNull());
  }

  @Test
  void readsThePackageDescription() throws IOException {
    var module =
        lab.function(
            "nodejs20.x",
            "src/app.nested.handler",
            Map.of(
                "package.json", "{\"type\":\"module\"}",
                "src/app.js", "export const nested = { handler: () => Promise.resolve(7) };"));

    assertThat(lab.call(module, "{}")).isEqualTo(Json.of(7));
  }

  @Test
  void describesWhatTheHandlerThrew() throws IOException {
    var broken =
        lab.node("index.mjs", "export const handler = async () => { throw new TypeError('no'); };");

    var error = lab.failure(broken, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("TypeError"));
    assertThat(error.get("errorMessage")).isEqualTo(Json.of("no"));
    assertThat(error.get("trace").texts().getFirst()).isEqualTo("TypeError: no");
  }

  @Test
  void tellsThatAHandlerIsMissing() throws IOException {
    var empty = lab.node("index.js", "exports.other = 1;");

    assertThat(lab.failure(empty, "{}").print())
        .contains("Runtime.HandlerNotFound", "index.handler is undefined or not exported");
  }

  @Test
  void reportsRejectionsThatNobodyHandled() throws IOException {
    var careless =
        lab.node(
            "index.js",
            "exports.handler = () => new Promise(() => { Promise.reject(new Error('lost')); });");

    assertThat(lab.failure(careless, "{}").get("errorType"))
        .isEqualTo(Json.of("Runtime.UnhandledPromiseRejection"));
  }

  @Test
  void prefixesWhatTheConsolePrints() throws IOException {
    var talker =
        lab.node("index.js", "exports.handler = async () => { console.warn('%s!', 'careful'); };");

    var lines = lab.invoke(talker, "{}").logTail().toUtf8().split("\n");

    assertThat(lines[1]).matches("[-0-9T:.]+Z\t[-0-9a-f]{36}\tWARN\tcareful!");
  }
}
