package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the SAM template to the durable row, as a user would: deployed through CloudFormation,
/// called over HTTP.
class TodoSolutionTest {
  private static final Path TEMPLATE = Sources.HOME.resolve("solutions/todo/template.yaml");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private BrumeProcess brume;
  private String api;

  @BeforeEach
  void deploy() throws IOException {
    brume = BrumeProcess.start(data);
    var said = brume.run("brume.cli.Deploy", "--stack-name", "todo", TEMPLATE.toString());
    api = address(said);
  }

  private static String address(String said) {
    return said.lines()
        .filter(line -> line.contains("/_brume/execute-api/"))
        .map(line -> line.substring(line.indexOf("http")).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError(said));
  }

  @AfterEach
  void stop() throws IOException {
    brume.close();
    http.close();
  }

  @Test
  void todosAreCreatedReadListedChangedAndDeleted() throws Exception {
    var created = send("POST", "", "{\"title\": \"Buy milk\"}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).contains("\"title\":\"Buy milk\",\"done\":false,\"createdAt\":\"");
    var id = idOf(created.body());

    assertThat(send("GET", '/' + id, null).body()).isEqualTo(created.body());
    assertThat(send("GET", "", null).body()).isEqualTo('[' + created.body() + ']');

    var changed = send("PUT", '/' + id, "{\"done\": true}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("\"title\":\"Buy milk\",\"done\":true");

    assertThat(send("DELETE", '/' + id, null).statusCode()).isEqualTo(204);
    assertThat(send("GET", '/' + id, null).statusCode()).isEqualTo(404);
    assertThat(send("GET", "", null).body()).isEqualTo("[]");

    refused("POST", "", "{\"title\": \" \"}", 400, "title must be a text that is not empty");
    refused("POST", "", "no json", 400, "The body must be a JSON object");
    refused("PUT", "/none", "{\"done\": true}", 404, "There is no todo none");
    refused("PUT", '/' + id, "{}", 400, "Send a title, a due date, a photo, or whether it is done");
    assertThat(send("PATCH", "", null).statusCode()).isEqualTo(403);

    deployingAgainChangesNothing();
    everyAcknowledgedTodoSurvivesAKill();
  }

  private void refused(String method, String path, String body, int status, String message)
      throws Exception {
    var response = send(method, path, body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private void deployingAgainChangesNothing() throws IOException {
    var said = brume.run("brume.cli.Deploy", "--stack-name", "todo", TEMPLATE.toString());
    assertThat(said).contains("The stack todo is up to date.");
    assertThat(address(said)).isEqualTo(api);
  }

  private void everyAcknowledgedTodoSurvivesAKill() throws Exception {
    var acknowledged = new ConcurrentLinkedQueue<String>();
    var writers = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      writers.add(Thread.startVirtualThread(() -> createUntilItFails(acknowledged)));
    }
    while (acknowledged.size() < 20) {
      assertThat(writers).anyMatch(Thread::isAlive);
      Thread.onSpinWait();
    }
    brume.kill();
    for (var writer : writers) {
      writer.join();
    }
    brume = BrumeProcess.start(data);
    api = brume.endpoint() + api.substring(api.indexOf("/_brume"));
    assertThat(idsOf(send("GET", "", null).body())).containsAll(acknowledged);
  }

  private void createUntilItFails(ConcurrentLinkedQueue<String> acknowledged) {
    try {
      for (var created = send("POST", "", "{\"title\": \"x\"}");
          created.statusCode() == 201;
          created = send("POST", "", "{\"title\": \"x\"}")) {
        acknowledged.add(idOf(created.body()));
      }
    } catch (IOException | InterruptedException killed) {
      // The end that this is about.
    }
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(URI.create(api + path)).method(method, publisher).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String idOf(String body) {
    return idsOf(body).getFirst();
  }

  private static List<String> idsOf(String body) {
    return ID.matcher(body).results().map(found -> found.group(1)).toList();
  }
}
