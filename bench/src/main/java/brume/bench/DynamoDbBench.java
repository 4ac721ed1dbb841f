package brume.bench;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// DynamoDB over HTTP: durable put, get, update, query of 20 items, transactions of two puts, and
/// puts into a table with a global index (`indexed`), against one or more running servers in one
/// run, with the ratio to the last of them.
///
/// `brume=http://127.0.0.1:4566 other=http://127.0.0.1:8000 connections=1,16,64 seconds=3 key=…
/// secret=…`. Requests are signed before the clock starts; items have about 300 bytes.
public final class DynamoDbBench {
  private static final String TABLE = "bench";
  private static final int ITEMS = 10_000;
  private static final int PER_PARTITION = 20;
  private static final List<String> LINES =
      List.of("put", "get", "update", "query", "transact", "indexed");

  /// Those that find no items, but put them.
  private static final List<String> WRITING = List.of("put", "transact", "indexed");

  private static final List<String> SETTINGS =
      List.of("connections", "seconds", "only", "key", "secret", "region");

  private final Signer signer;
  private final URI endpoint;

  private DynamoDbBench(URI endpoint, Options options) {
    this.endpoint = endpoint;
    var credential =
        Credential.longTerm(
            options.text("key", "test"),
            options.text("secret", "test"),
            new Principal.Root("000000000000"));
    signer = new Signer(credential, options.text("region", "us-east-1"), "dynamodb");
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(args);
    var servers = new LinkedHashMap<String, URI>();
    for (var arg : args) {
      var name = arg.split("=", 2)[0];
      if (!SETTINGS.contains(name)) {
        servers.put(name, URI.create(options.text(name, "")));
      }
    }
    System.out.printf(
        "%-8s %12s %14s %10s %8s %8s%n", "", "connections", "", "per second", "p50 µs", "p99 µs");
    for (var line : LINES) {
      for (var connections : options.text("connections", "1,16,64").split(",", -1)) {
        if (options.wanted(line)) {
          compare(servers, options, line, Integer.parseInt(connections));
        }
      }
    }
  }

  private static void compare(
      Map<String, URI> servers, Options options, String line, int connections)
      throws IOException, InterruptedException {
    var rates = new ArrayList<Double>();
    for (var server : servers.entrySet()) {
      var result =
          new DynamoDbBench(server.getValue(), options)
              .measure(line, connections, options.number("seconds", 3));
      rates.add(result.perSecond());
      System.out.printf(
          "%-8s %12d %14s %10.0f %8.0f %8.0f%n",
          line, connections, server.getKey(), result.perSecond(), result.p50(), result.p99());
    }
    if (rates.size() > 1) {
      System.out.printf("%36s %10.1f ×%n", "first to last", rates.getFirst() / rates.getLast());
    }
  }

  private Load.Result measure(String line, int count, int seconds)
      throws IOException, InterruptedException {
    prepare(line);
    var requests = requests(line);
    var connections = new ArrayList<Connection>();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(endpoint));
    }
    Load.Work work =
        (writer, round) -> {
          try {
            accepted(connections.get(writer), requests.get((round * count + writer) % ITEMS));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    var _ = new Load(1).run(count, work);
    var result = new Load(seconds).run(count, work);
    for (var connection : connections) {
      connection.close();
    }
    return result;
  }

  /// Sends until the table takes it: one at its limit (40,000 units per second on demand)
  /// throttles, and the latency tells.
  private static void accepted(Connection connection, byte[] request) throws IOException {
    while (true) {
      try {
        var _ = connection.send(request);
        return;
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("ThrottlingException")) {
          throw e;
        }
      }
    }
  }

  /// A table with all items, but for those that put themselves.
  private void prepare(String line) throws IOException {
    try (var connection = new Connection(endpoint)) {
      try {
        var _ = connection.send(signed("DeleteTable", "{\"TableName\":\"%s\"}".formatted(TABLE)));
      } catch (IOException missing) {
        // The first run on this server.
      }
      var _ = connection.send(signed("CreateTable", table(line.equals("indexed"))));
      for (int i = 0; i < ITEMS && !WRITING.contains(line); i++) {
        var _ = connection.send(signed("PutItem", put(i)));
      }
    }
  }

  private static String table(boolean isIndexed) {
    return """
    {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",
     "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},
                             {"AttributeName":"s","AttributeType":"N"}%s],
     "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},
                  {"AttributeName":"s","KeyType":"RANGE"}]%s}
    """
        .formatted(
            TABLE,
            isIndexed ? ",{\"AttributeName\":\"n\",\"AttributeType\":\"N\"}" : "",
            isIndexed ? INDEX : "");
  }

  private List<byte[]> requests(String line) throws IOException {
    var requests = new ArrayList<byte[]>();
    for (int i = 0; i < ITEMS; i++) {
      requests.add(
          switch (line) {
            case "put", "indexed" -> signed("PutItem", put(i));
            case "transact" -> signed("TransactWriteItems", transaction(i));
            case "get" -> signed("GetItem", ofKey(i, ""));
            case "update" -> signed("UpdateItem", ofKey(i, UPDATE));
            default -> signed("Query", query(i));
          });
    }
    return requests;
  }

  private static final String UPDATE =
      """
      ,"UpdateExpression":"SET n = n + :one",
      "ExpressionAttributeValues":{":one":{"N":"1"}}
      """;

  private static final String INDEX =
      """
      ,"GlobalSecondaryIndexes":[{"IndexName":"byN",
        "KeySchema":[{"AttributeName":"n","KeyType":"HASH"}],
        "Projection":{"ProjectionType":"ALL"}}]
      """;

  /// Two items, neither of which another transaction under way is likely to write.
  private static String transaction(int i) {
    return "{\"TransactItems\":[{\"Put\":%s},{\"Put\":%s}]}"
        .formatted(put(i), put((i + ITEMS / 2) % ITEMS));
  }

  private static String put(int i) {
    return "{\"TableName\":\"%s\",\"Item\":{%s,\"n\":{\"N\":\"%d\"},\"text\":{\"S\":\"%s\"}}}"
        .formatted(TABLE, key(i), i, "x".repeat(250));
  }

  private static String ofKey(int i, String more) {
    return "{\"TableName\":\"%s\",\"Key\":{%s}%s}".formatted(TABLE, key(i), more);
  }

  private static String query(int i) {
    return """
    {"TableName":"%s","KeyConditionExpression":"p = :p",
     "ExpressionAttributeValues":{":p":{"S":"part-%d"}}}
    """
        .formatted(TABLE, i / PER_PARTITION);
  }

  private static String key(int i) {
    return "\"p\":{\"S\":\"part-%d\"},\"s\":{\"N\":\"%d\"}"
        .formatted(i / PER_PARTITION, i % PER_PARTITION);
  }

  private byte[] signed(String operation, String body) throws IOException {
    var headers =
        Headers.of(
            "Host",
            endpoint.getHost() + ':' + endpoint.getPort(),
            "Content-Type",
            "application/x-amz-json-1.0",
            "X-Amz-Target",
            "DynamoDB_20120810." + operation);
    var remote = InetSocketAddress.createUnresolved("client", 0);
    var request = new Request("POST", "/", "", headers, Body.utf8(body), remote, false);
    return Connection.bytes(signer.sign(request, Instant.now()));
  }
}
