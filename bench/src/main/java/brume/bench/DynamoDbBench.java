package brume.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// DynamoDB over HTTP: durable put, get, update, query of 20 items, transactions of two puts, and
/// puts into a table with a global index (`indexed`), beside peers where there are some.
///
/// Settings: `connections=1,16,64 seconds=2 only=put,get,…`. Requests are signed before the clock
/// starts; items have about 300 bytes.
final class DynamoDbBench {
  private static final String TABLE = "bench";
  private static final int ITEMS = 10_000;
  private static final int PER_PARTITION = 20;
  private static final int FILLERS = 16;
  private static final List<String> LINES =
      List.of("put", "get", "update", "query", "transact", "indexed");

  /// Those that find no items, but put them.
  private static final List<String> WRITING = List.of("put", "transact", "indexed");

  private final Api api;
  private final Sending sending;

  private DynamoDbBench(URI endpoint, Options options) {
    api = new Api(endpoint, options);
    sending = new Sending(endpoint, options.number("seconds", 2));
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    var servers = new LinkedHashMap<String, URI>();
    servers.put("Brume", options.brume());
    servers.putAll(options.peers());
    for (var line : LINES) {
      if (options.wanted(line)) {
        var rates = new HashMap<Integer, Double>();
        for (var server : servers.entrySet()) {
          new DynamoDbBench(server.getValue(), options)
              .measureIfThere(
                  line, server.getKey(), options.connections("1,16,64"), rates, section);
        }
      }
    }
    var _ =
        new Api(options.brume(), options)
            .call(new DynamoDbBench(options.brume(), options).deletion());
  }

  /// Not every peer has all operations.
  private void measureIfThere(
      String line,
      String server,
      List<Integer> connections,
      Map<Integer, Double> rates,
      Section section)
      throws IOException, InterruptedException {
    try {
      measure(line, server, connections, rates, section);
    } catch (IllegalStateException failure) {
      Throwable cause = failure;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (!String.valueOf(cause.getMessage()).contains("UnknownOperationException")) {
        throw failure;
      }
      section.remark(server + " does not have " + line + '.');
    }
  }

  /// @param rates of Brume by connections, which comes first
  private void measure(
      String line,
      String server,
      List<Integer> connections,
      Map<Integer, Double> rates,
      Section section)
      throws IOException, InterruptedException {
    prepare(line);
    var requests = requests(line);
    for (int count : connections) {
      var result = sending.measure(count, requests, DynamoDbBench::accepted);
      var first = rates.putIfAbsent(count, result.perSecond());
      var ratio =
          first == null
              ? ""
              : String.format(Locale.ROOT, "Brume does %.1f ×", first / result.perSecond());
      section.add(new Section.Figure(line, server, count, result, ratio));
    }
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

  private byte[] deletion() throws IOException {
    return signed("DeleteTable", "{\"TableName\":\"%s\"}".formatted(TABLE));
  }

  /// A table with all items, but for those that put themselves.
  private void prepare(String line) throws IOException, InterruptedException {
    api.callOnce(deletion());
    var _ = api.call(signed("CreateTable", table(line.equals("indexed"))));
    if (!WRITING.contains(line)) {
      sending.all(FILLERS, requests("put"));
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
    return api.json("dynamodb", "DynamoDB_20120810." + operation, body);
  }
}
