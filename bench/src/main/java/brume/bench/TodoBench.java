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

  /// On each connection, before the clock starts: so many requests later, what a function's JVM
  /// runs often is compiled.
  private static final int WARM_REQUESTS = 2000;

  private static final Pattern OUTPUT = Pattern.compile("(?m)^  (\\w+) +(\\S+)$");
  private static final Pattern ADDRESS = Pattern.compile("(/_brume/execute-api/\\S+)/todos");
  private static final Pattern CLIENT = Pattern.compile("\"ClientId\" ?: ?\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"IdToken\" ?: ?\"([^\"]+)\"");

  private final Api api;
  private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([^\"]+)\"");
  private static final Pattern READ =
      Pattern.compile("service=\"dynamodb\",operation=\"(GetItem|Query)\"");

  private final Options options;
  private final Section section;

  private TodoBench(Options options, Section section) {
    this.options = options;
    this.section = section;
    api = new Api(options.brume(), options);
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    section.remark(
        "A GET of one todo and of a list of twenty, with the token of a user, by a function in Java"
            + " that has answered "
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
    var stage = "/restapis/" + id + "/stages/Prod";
    api.liftThrottles(stage, "/~1my~1todos/GET");
    api.liftThrottles(stage, "/~1my~1todos~1{id}/GET");
    var token = token(outputs);
    var headers = new String[] {"Host", "localhost", "Authorization", token};
    var creation = Api.plain("POST", path, "{\"title\":\"Something to do\"}", headers);
    var todo = Api.find(ID, api.call(creation));
    for (int i = 1; i < TODOS; i++) {
      var _ = api.call(creation);
    }
    for (int count : options.connections("1,4")) {
      measure("get", caches, count, Api.plain("GET", path + '/' + todo, "", headers));
      measure("list", caches, count, Api.plain("GET", path, "", headers));
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

  private void measure(String name, String caches, int count, byte[] request)
      throws IOException, InterruptedException {
    var sending = new Sending(api.endpoint(), options.number("seconds", 2));
    var requests = List.of(request);
    sending.warm(count, requests, Connection::send, WARM_REQUESTS);
    long before = reads();
    var result = sending.clocked(count, requests, Connection::send);
    double reads = reads() - before;
    var load =
        String.format(
            Locale.ROOT, "%.1f reads of the table for 100 requests", 100 * reads / result.runs());
    section.add(new Section.Figure(name, name(caches), count, result, load));
  }

  private static String name(String caches) {
    return switch (caches) {
      case "none" -> "no cache";
      case "stage" -> "cached stage";
      case "dax" -> "DAX";
      default -> "both caches";
    };
  }

  /// How many gets and queries any table has answered.
  private long reads() throws IOException {
    var metrics = api.call(Api.plain("GET", "/_brume/metrics", "", "Host", "localhost"));
    return metrics
        .lines()
        .filter(line -> line.startsWith("brume_requests_total{"))
        .filter(line -> READ.matcher(line).find())
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
