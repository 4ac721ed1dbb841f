package brume.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dax.ClusterDaxClient;
import software.amazon.dax.Configuration;

/// Items that a DAX cluster remembers, beside the same items from DynamoDB: by a client that costs
/// nothing, and by AWS's own for Java.
///
/// Settings: `connections=1,16 seconds=2 only=raw,java`. The cluster is made for the run.
final class DaxBench {
  private static final String NAME = "bench-dax";
  private static final int ITEMS = 1_000;
  private static final int FILLERS = 16;
  private static final Pattern PORT = Pattern.compile("\"Port\":(\\d+)");

  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
        "Principal":{"Service":"dax.amazonaws.com"}}]}
      """;

  private static final String LEAVE =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}]}
      """;

  private static final String TABLE =
      """
      {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",
       "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
       "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}
      """
          .formatted(NAME);

  /// It tells of every connection.
  private static final Logger CLIENT_LOG = Logger.getLogger("software.amazon.dax");

  private final Api api;
  private final Options options;
  private final Section section;
  private final Map<String, Double> rates = new HashMap<>();

  private DaxBench(Options options, Section section) {
    this.options = options;
    this.section = section;
    api = new Api(options.brume(), options);
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    CLIENT_LOG.setLevel(Level.WARNING);
    var bench = new DaxBench(options, section);
    int port = bench.prepare();
    for (int count : options.connections("1,16")) {
      if (options.wanted("raw")) {
        bench.raw(count, port);
      }
      if (options.wanted("java")) {
        bench.java(count, port);
      }
    }
    bench.clear();
  }

  /// The port of a cluster that can read a table of items.
  private int prepare() throws IOException, InterruptedException {
    clear();
    var _ = api.call(dynamoDb("CreateTable", TABLE));
    var puts = new ArrayList<byte[]>();
    for (int i = 0; i < ITEMS; i++) {
      puts.add(dynamoDb("PutItem", put(i)));
    }
    new Sending(api.endpoint(), 0).all(FILLERS, puts);
    var role =
        Api.find(
            Pattern.compile("<Arn>([^<]+)</Arn>"),
            api.call(iam("CreateRole", "AssumeRolePolicyDocument", TRUST)));
    var _ = api.call(iam("PutRolePolicy", "PolicyName", "table", "PolicyDocument", LEAVE));
    var cluster =
        "{\"ClusterName\":\"%s\",\"NodeType\":\"dax.t3.small\",\"ReplicationFactor\":1,\"IamRoleArn\":\"%s\"}"
            .formatted(NAME, role);
    return Integer.parseInt(Api.find(PORT, api.call(dax("CreateCluster", cluster))));
  }

  private void clear() throws IOException {
    api.callOnce(dax("DeleteCluster", "{\"ClusterName\":\"%s\"}".formatted(NAME)));
    api.callOnce(dynamoDb("DeleteTable", "{\"TableName\":\"%s\"}".formatted(NAME)));
    api.callOnce(iam("DeleteRolePolicy", "PolicyName", "table"));
    api.callOnce(iam("DeleteRole"));
  }

  private void raw(int count, int port) throws IOException, InterruptedException {
    var gets = new ArrayList<byte[]>();
    var hits = new ArrayList<byte[]>();
    for (int i = 0; i < ITEMS; i++) {
      gets.add(
          dynamoDb(
              "GetItem",
              "{\"TableName\":\"%s\",\"Key\":{\"id\":{\"S\":\"%d\"}}}".formatted(NAME, i)));
      hits.add(DaxConnection.getItem(NAME, String.valueOf(i)));
    }
    int seconds = options.number("seconds", 2);
    add(
        "raw client",
        "DynamoDB",
        count,
        new Sending(api.endpoint(), seconds).measure(count, gets, Connection::send));
    var connections = new ArrayList<DaxConnection>();
    for (int i = 0; i < count; i++) {
      connections.add(new DaxConnection(port, api.credential(), api.region()));
    }
    Load.Work work =
        (writer, round) -> {
          try {
            connections.get(writer).send(hits.get((round * count + writer) % ITEMS));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    var _ = new Load(1).run(count, work);
    add("raw client", "DAX", count, new Load(seconds).run(count, work));
    for (var connection : connections) {
      connection.close();
    }
  }

  private void java(int count, int port) throws IOException, InterruptedException {
    var credential = api.credential();
    var keys =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(credential.accessKeyId(), credential.secretKey()));
    var region = Region.of(api.region());
    var builder =
        DynamoDbClient.builder()
            .endpointOverride(api.endpoint())
            .region(region)
            .credentialsProvider(keys)
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    try (var client = builder.build()) {
      add("AWS's Java client", "DynamoDB", count, load(client, count));
    }
    var configuration =
        Configuration.builder()
            .url("dax://127.0.0.1:" + port)
            .region(region)
            .credentialsProvider(keys)
            .build();
    try (var client =
        (DynamoDbClient) ClusterDaxClient.builder().overrideConfiguration(configuration).build()) {
      add("AWS's Java client", "DAX", count, load(client, count));
    }
  }

  private Load.Result load(DynamoDbClient client, int count) throws InterruptedException {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    for (int i = 0; i < ITEMS; i++) {
      keys.add(Map.of("id", AttributeValue.fromS(String.valueOf(i))));
    }
    Load.Work work =
        (writer, round) -> {
          var key = keys.get((round * count + writer) % ITEMS);
          var _ = client.getItem(get -> get.tableName(NAME).key(key));
        };
    var _ = new Load(2).run(count, work);
    return new Load(options.number("seconds", 2)).run(count, work);
  }

  private void add(String client, String server, int count, Load.Result result) {
    var key = client + count;
    var first = rates.putIfAbsent(key, result.perSecond());
    var ratio =
        first == null
            ? ""
            : String.format(Locale.ROOT, "%.1f × DynamoDB", result.perSecond() / first);
    section.add(new Section.Figure("get by " + client, server, count, result, ratio));
  }

  private static String put(int i) {
    return "{\"TableName\":\"%s\",\"Item\":{\"id\":{\"S\":\"%d\"},\"text\":{\"S\":\"%s\"}}}"
        .formatted(NAME, i, "x".repeat(250));
  }

  private byte[] dynamoDb(String operation, String body) throws IOException {
    return api.json("dynamodb", "DynamoDB_20120810." + operation, body);
  }

  private byte[] dax(String operation, String body) throws IOException {
    return api.json("dax", "AmazonDAXV3." + operation, body);
  }

  private byte[] iam(String action, String... more) throws IOException {
    var form = new ArrayList<>(List.of("Action", action, "Version", "2010-05-08"));
    form.addAll(List.of("RoleName", NAME));
    form.addAll(List.of(more));
    return api.query("iam", form.toArray(String[]::new));
  }
}
