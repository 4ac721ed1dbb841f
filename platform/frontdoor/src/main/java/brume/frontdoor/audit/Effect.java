package brume.frontdoor.audit;

import brume.shape.OperationShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an operation does to the world, told by its name as AWS names operations.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents" (`readOnly`, `eventCategory`)
/// and "Logging data events".
///
/// @param readOnly whether it changes nothing
/// @param data whether it is about what resources hold, rather than about the resources
record Effect(boolean readOnly, boolean data) {
  private static final List<String> READING =
      List.of(
          "Get",
          "AdminGet",
          "List",
          "AdminList",
          "Describe",
          "Head",
          "BatchGet",
          "TransactGet",
          "Query",
          "Scan",
          "Select",
          "Search",
          "Lookup",
          "Receive",
          "Filter",
          "Check",
          "Test",
          "Simulate",
          "Validate",
          "Estimate",
          "Detect",
          "Decode");

  /// The beginnings of the names of operations on data, by service.
  private static final Map<String, List<String>> DATA =
      Map.ofEntries(
          Map.entry("dynamodbstreams", List.of("GetRecords", "GetShardIterator")),
          Map.entry("kinesis", List.of("PutRecord", "GetRecords", "GetShardIterator")),
          Map.entry("lambda", List.of("Invoke")),
          Map.entry("logs", List.of("PutLogEvents", "GetLogEvents", "FilterLogEvents")),
          Map.entry("cloudwatch", List.of("PutMetricData", "GetMetric")),
          Map.entry("sns", List.of("Publish")),
          Map.entry("ses", List.of("Send")),
          Map.entry("sesv2", List.of("Send")),
          Map.entry("sqs", List.of("SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMess")),
          Map.entry("cognito-identity", List.of("GetId", "GetCredentials", "GetOpenIdToken")));

  private static final Set<String> ITEMS =
      Set.of(
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "GetItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "BatchWriteItem",
          "TransactGetItems",
          "TransactWriteItems",
          "ExecuteStatement",
          "BatchExecuteStatement",
          "ExecuteTransaction");

  static Effect of(OperationShape<?, ?> operation) {
    return of(operation.service(), operation.name());
  }

  static Effect of(String service, String operation) {
    return new Effect(READING.stream().anyMatch(operation::startsWith), isData(service, operation));
  }

  private static boolean isData(String service, String operation) {
    return switch (service) {
      case "dynamodb" -> ITEMS.contains(operation);
      case "s3" ->
          !operation.contains("ObjectLockConfiguration")
              && (operation.contains("Object")
                  || operation.contains("Part")
                  || operation.contains("MultipartUpload"));
      default -> DATA.getOrDefault(service, List.of()).stream().anyMatch(operation::startsWith);
    };
  }
}
