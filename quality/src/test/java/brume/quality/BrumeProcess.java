package brume.quality;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// A Brume in a process of its own, as an operator runs it.
final class BrumeProcess implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);

  /// A process that ends is seen at once, one that is ready after so long.
  private static final Duration LOOKING_AGAIN = Duration.ofMillis(20);

  private static final Duration STOPPING = Duration.ofSeconds(60);

  private final Process process;
  private final Map<String, String> environment;

  private BrumeProcess(Process process, Map<String, String> environment) {
    this.process = process;
    this.environment = environment;
  }

  /// On any free port.
  static BrumeProcess start(Path data, String... options) throws IOException {
    var command = java("brume.server.Main", "--data", data.toString(), "--port", "0");
    command.addAll(List.of(options));
    var log = Files.createDirectories(data).resolve("process.log");
    Files.deleteIfExists(data.resolve("run/ready"));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var deadline = Instant.now().plus(STARTING);
    while (Files.notExists(data.resolve("run/ready"))) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new IOException("Brume did not start: " + Files.readString(log));
      }
      awaitExit(process, LOOKING_AGAIN);
    }
    return new BrumeProcess(process, read(Files.readAllLines(data.resolve("run/env"))));
  }

  private static void awaitExit(Process process, Duration atMost) throws IOException {
    try {
      var _ = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// The variables that lines of `brume env` export.
  static Map<String, String> read(List<String> lines) {
    var variables = new HashMap<String, String>();
    for (var line : lines) {
      if (line.startsWith("export ")) {
        int equals = line.indexOf('=');
        variables.put(line.substring("export ".length(), equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  private static List<String> java(String main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(arguments));
    return command;
  }

  URI endpoint() {
    return URI.create(variable("AWS_ENDPOINT_URL"));
  }

  String variable(String name) {
    return environment.get(name);
  }

  /// A client of the SDK that is set up for this Brume.
  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return client(environment, builder);
  }

  /// Makes a table whose items have an `id`, a text, for their key.
  void createTable(String name) {
    var key = KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();
    var id =
        AttributeDefinition.builder()
            .attributeName("id")
            .attributeType(ScalarAttributeType.S)
            .build();
    try (var tables = client(DynamoDbClient.builder())) {
      tables.createTable(
          create ->
              create
                  .tableName(name)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(key)
                  .attributeDefinitions(id));
    }
  }

  /// A client of the SDK that is set up by the variables of `brume env`.
  static <B extends AwsClientBuilder<B, C>, C> C client(Map<String, String> variables, B builder) {
    var keys =
        AwsBasicCredentials.create(
            variables.get("AWS_ACCESS_KEY_ID"), variables.get("AWS_SECRET_ACCESS_KEY"));
    return builder
        .endpointOverride(URI.create(variables.get("AWS_ENDPOINT_URL")))
        .region(Region.of(variables.get("AWS_REGION")))
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .build();
  }

  /// Runs a command of the command line with the variables of `brume env`, and returns what it
  /// said.
  String run(String main, String... arguments) throws IOException {
    return run(java(main, arguments));
  }

  /// Runs any program with the variables of `brume env`, and returns what it said.
  String run(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().keySet().removeAll(List.of("AWS_SESSION_TOKEN", "AWS_PROFILE"));
    var program = builder.start();
    var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (program.waitFor() != 0) {
        throw new IOException(command + " failed: " + said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return said;
  }

  /// As `kill -9` does it.
  void kill() throws IOException {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws IOException {
    try {
      if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("Brume did not stop when it was told to");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
