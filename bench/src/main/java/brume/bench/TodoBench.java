package brume.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The TODO solution as its users see it: a GET of twenty todos of one who is signed in, with
/// neither cache, with one, and with both, and how many reads the table has of it.
///
/// Settings: `connections=1,4 seconds=2 only=none,stage,dax,both`, and from the launcher `home=`,
/// the folder of Brume. Each variant is a stack of its own, made for the run.
final class TodoBench {
  private static final String EMAIL = "bench@example.com";
  private static final String PASSWORD = "Correct-horse-7";
  private static final int TODOS = 20;
  private static final int WARM_SECONDS = 5;

  /// On each connection, before the clock starts: so many requests later, what a function's JVM
  /// runs often is compiled.
  private static final int WARM_REQUESTS = 2000;

  private static final Pattern OUTPUT = Pattern.compile("(?m)^  (\\w+) +(\\S+)$");
  private static final Pattern ADDRESS = Pattern.compile("(/_brume/execute-api/\\S+)/todos");
  private static final Pattern CLIENT = Pattern.compile("\"ClientId\" ?: ?\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"IdToken\" ?: ?\"([^\"]+)\"");

  private final Api api;
  private final Options options;
  private final Section section;

  private TodoBench(Options options, Section section) {
    this.options = options;
    this.section = section;
    api = new Api(options.brume(), options);
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    section.remark(
        "A GET of twenty todos, with the token of a user, by a function in Java that has answered "
            + WARM_REQUESTS
            + " requests on each connection.");
    var bench = new TodoBench(options, section);
    for (var caches : List.of("none", "stage", "dax", "both")) {
      if (options.wanted(caches)) {
        bench.measure(caches);
      }
    }
  }

  private void measure(String caches) throws IOException, InterruptedException {
    var stack = "bench-todo-" + caches;
    var said = deploy(stack, caches);
    var outputs = new HashMap<String, String>();
    OUTPUT.matcher(said).results().forEach(found -> outputs.put(found.group(1), found.group(2)));
    var path = Api.find(ADDRESS, said) + "/my/todos";
    var id = path.split("/", -1)[3];
    api.liftThrottles("/restapis/" + id + "/stages/Prod", "/~1my~1todos/GET");
    var token = token(outputs);
    var headers = new String[] {"Host", "localhost", "Authorization", token};
    var creation = Api.plain("POST", path, "{\"title\":\"Something to do\"}", headers);
    for (int i = 0; i < TODOS; i++) {
      var _ = api.call(creation);
    }
    var requests = List.of(Api.plain("GET", path, "", headers));
    for (int count : options.connections("1,4")) {
      measure(caches, count, requests);
    }
    api.callOnce(
        api.query(
            "cloudformation",
            "Action",
            "DeleteStack",
            "Version",
            "2010-05-15",
            "StackName",
            stack));
  }

  private void measure(String caches, int count, List<byte[]> requests)
      throws IOException, InterruptedException {
    warm(count, requests);
    long before = queries();
    int seconds = options.number("seconds", 2);
    var result = new Sending(api.endpoint(), 0, seconds).measure(count, requests, Connection::send);
    double reads = queries() - before;
    var load =
        String.format(
            Locale.ROOT, "%.1f reads of the table for 100 requests", 100 * reads / result.runs());
    section.add(new Section.Figure("list", name(caches), count, result, load));
  }

  /// Environments of the function start, and compile, before the clock does.
  private void warm(int count, List<byte[]> requests) throws IOException, InterruptedException {
    var warming = new Sending(api.endpoint(), 0, WARM_SECONDS);
    long sent = 0;
    while (sent < (long) WARM_REQUESTS * count) {
      sent += warming.measure(count, requests, Connection::send).runs();
    }
  }

  private static String name(String caches) {
    return switch (caches) {
      case "none" -> "no cache";
      case "stage" -> "cached stage";
      case "dax" -> "DAX";
      default -> "both caches";
    };
  }

  /// How many queries any table has answered.
  private long queries() throws IOException {
    var metrics = api.call(Api.plain("GET", "/_brume/metrics", "", "Host", "localhost"));
    return metrics
        .lines()
        .filter(line -> line.startsWith("brume_requests_total{"))
        .filter(line -> line.contains("service=\"dynamodb\",operation=\"Query\""))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// What the command said.
  private String deploy(String stack, String caches) throws IOException, InterruptedException {
    var home = Path.of(options.text("home", "."));
    var cli = home.resolve("cli/target");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(cli.resolve("brume-cli.jar") + ":" + cli.resolve("lib") + "/*");
    command.addAll(List.of("brume.cli.Deploy", "--brief", "--stack-name", stack));
    command.addAll(List.of("--parameter", "Caches=" + caches));
    command.addAll(List.of("--parameter", "CacheSeconds=3600"));
    command.add(home.resolve("solutions/todo/template.yaml").toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", api.endpoint().toString(),
                "AWS_REGION", api.region(),
                "AWS_ACCESS_KEY_ID", api.credential().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", api.credential().secretKey()));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("The stack was not deployed: " + said);
    }
    return said;
  }

  /// Of a user of the stack, who signs in by a client of the pool that was made for it.
  private String token(Map<String, String> outputs) throws IOException {
    var pool = "\"UserPoolId\":\"" + outputs.get("UserPoolId") + "\",";
    var user = pool + "\"Username\":\"" + EMAIL + "\",";
    var client =
        Api.find(
            CLIENT,
            cognito(
                "CreateUserPoolClient",
                pool
                    + "\"ClientName\":\"bench\",\"ExplicitAuthFlows\":["
                    + "\"ALLOW_ADMIN_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]"));
    var _ = cognito("AdminCreateUser", user + "\"MessageAction\":\"SUPPRESS\"");
    var _ =
        cognito(
            "AdminSetUserPassword", user + "\"Password\":\"" + PASSWORD + "\",\"Permanent\":true");
    var authentication =
        "\"ClientId\":\"%s\",\"AuthFlow\":\"ADMIN_USER_PASSWORD_AUTH\",\"AuthParameters\":{\"USERNAME\":\"%s\",\"PASSWORD\":\"%s\"}"
            .formatted(client, EMAIL, PASSWORD);
    return Api.find(TOKEN, cognito("AdminInitiateAuth", pool + authentication));
  }

  private String cognito(String operation, String members) throws IOException {
    return api.call(
        api.json(
            "cognito-idp", "AWSCognitoIdentityProviderService." + operation, '{' + members + '}'));
  }
}
