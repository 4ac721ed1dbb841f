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
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The todos through both caches, a stage's and a DAX cluster's, which remember for an hour.
class TodoCachesTest {
  private static final Pattern OUTPUT = Pattern.compile("  (\\w+) +(\\S+)");
  private static final String PASSWORD = "Correct-horse-7";

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> outputs = new HashMap<>();
  private BrumeProcess brume;
  private String api;
  private String login;

  @BeforeEach
  void deploy() throws IOException {
    brume = BrumeProcess.start(data);
    var template = Sources.HOME.resolve("solutions/todo/template.yaml").toString();
    var said =
        brume.run(
            "brume.cli.Deploy",
            "--stack-name",
            "todo",
            "--parameter",
            "Caches=both",
            "--parameter",
            "CacheSeconds=3600",
            template);
    said.lines()
        .map(OUTPUT::matcher)
        .filter(java.util.regex.Matcher::matches)
        .forEach(output -> outputs.put(output.group(1), output.group(2)));
    api =
        said.lines()
            .filter(line -> line.contains("/_brume/execute-api/"))
            .map(line -> line.substring(line.indexOf("http")).strip().replace("/todos", ""))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void stop() throws IOException {
    brume.close();
    http.close();
  }

  @Test
  void eachUserReadsTheirOwnFromTheCachesAndSeesWhatTheyWrote() throws Exception {
    try (var pool = brume.client(CognitoIdentityProviderClient.builder());
        var dynamoDb = brume.client(DynamoDbClient.builder())) {
      login = client(pool);
      var ada = signUp(pool, "ada@example.com");
      var eve = signUp(pool, "eve@example.com");
      assertThat(send(ada, "POST", "/my/todos", "{\"title\":\"first\"}").statusCode())
          .isEqualTo(201);
      for (int i = 0; i < 2; i++) {
        assertThat(list(ada, "")).contains("first");
        assertThat(list(eve, "")).isEqualTo("[]");
      }

      copyPastTheCaches(dynamoDb);
      assertThat(list(ada, "")).contains("first").doesNotContain("second");
      var otherToken = signIn(pool, "ada@example.com");
      assertThat(list(otherToken, ""))
          .as("the stage has no answer for this token, but the cluster has")
          .contains("first")
          .doesNotContain("second");
      assertThat(counted("brume_dax_query_cache_hits_total")).isGreaterThanOrEqualTo(1);
      assertThat(list(ada, "?version=1")).contains("first", "second");
      assertThat(list(eve, "?version=1")).isEqualTo("[]");

      assertThat(send("", "GET", "/my/todos", null).statusCode()).isEqualTo(401);
      assertThat(send(ada + 'x', "GET", "/my/todos", null).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void theListThatAllShareIsNeverOld() throws Exception {
    for (int i = 1; i <= 3; i++) {
      var created = send("", "POST", "/todos", "{\"title\":\"todo " + i + "\"}").body();
      var path = "/todos/" + created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
      assertThat(send("", "GET", path, null).body()).isEqualTo(created);
      assertThat(send("", "GET", "/todos", null).body()).contains(created);
      assertThat(send("", "PUT", path, "{\"done\":true}").statusCode()).isEqualTo(200);
      assertThat(send("", "GET", path, null).body()).contains("\"done\":true");
      assertThat(send("", "GET", "/todos", null).body()).doesNotContain("\"done\":false");
    }
  }

  /// A second todo of the same user, of which neither cache learns.
  private void copyPastTheCaches(DynamoDbClient dynamoDb) {
    var table = outputs.get("TableName");
    var items = dynamoDb.scan(scan -> scan.tableName(table)).items();
    var second = new HashMap<>(items.getFirst());
    second.put("id", AttributeValue.fromS("second"));
    second.put("title", AttributeValue.fromS("second"));
    dynamoDb.putItem(put -> put.tableName(table).item(second));
  }

  private long counted(String metric) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(brume.endpoint().resolve("/_brume/metrics")).build();
    return http.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(metric + '{'))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// One that lets the owner of the pool sign its users in.
  private String client(CognitoIdentityProviderClient pool) {
    return pool.createUserPoolClient(
            create ->
                create
                    .userPoolId(outputs.get("UserPoolId"))
                    .clientName("test")
                    .explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
        .userPoolClient()
        .clientId();
  }

  private String signUp(CognitoIdentityProviderClient pool, String email) {
    var id = outputs.get("UserPoolId");
    pool.adminCreateUser(
        create -> create.userPoolId(id).username(email).messageAction(MessageActionType.SUPPRESS));
    pool.adminSetUserPassword(
        set -> set.userPoolId(id).username(email).password(PASSWORD).permanent(true));
    return signIn(pool, email);
  }

  private String signIn(CognitoIdentityProviderClient pool, String email) {
    return pool.adminInitiateAuth(
            initiate ->
                initiate
                    .userPoolId(outputs.get("UserPoolId"))
                    .clientId(login)
                    .authFlow("ADMIN_USER_PASSWORD_AUTH")
                    .authParameters(Map.of("USERNAME", email, "PASSWORD", PASSWORD)))
        .authenticationResult()
        .idToken();
  }

  private String list(String token, String query) throws IOException, InterruptedException {
    return send(token, "GET", "/my/todos" + query, null).body();
  }

  private HttpResponse<String> send(String token, String method, String path, String body)
      throws IOException, InterruptedException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(URI.create(api + path)).method(method, publisher);
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
