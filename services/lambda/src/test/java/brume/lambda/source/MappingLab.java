package brume.lambda.source;

import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.GetEventSourceMappingRequest;
import brume.model.lambda.LambdaModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;

/// A test with a function that prints what it got and fails as the items' keys say.
abstract class MappingLab extends CloudTest {
  private static final String SOURCE =
      """
      def names(event):
          for r in event["Records"]:
              yield r["dynamodb"]["Keys"]["id"]["S"] if "dynamodb" in r else r["body"]
      def number(r):
          return r["dynamodb"]["SequenceNumber"] if "dynamodb" in r else r["messageId"]
      def handler(event, context):
          all = list(names(event))
          print("got " + " ".join(all), flush=True)
          if any(name.startswith("bad") for name in all):
              raise Exception("bad")
          return {"batchItemFailures": [
              {"itemIdentifier": number(r)}
              for r, name in zip(event["Records"], all) if name.startswith("some")]}
      """;

  @BeforeEach
  void function() {
    cloud.create("reader", SOURCE);
  }

  static CreateEventSourceMappingRequest.Builder of(String source) {
    return CreateEventSourceMappingRequest.builder().functionName("reader").eventSourceArn(source);
  }

  /// Makes it and sets it to work.
  String begin(CreateEventSourceMappingRequest.Builder mapping) {
    var made = cloud.invoke(LambdaModel.CREATE_EVENT_SOURCE_MAPPING, mapping.build());
    supervise();
    return Objects.requireNonNull(made.uuid());
  }

  void supervise() {
    supervise(cloud);
  }

  static void supervise(Cloud cloud) {
    for (var job : cloud.lambda.service().jobs()) {
      if (job.name().equals("lambda-event-sources")) {
        try {
          job.run(cloud.call());
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  EventSourceMappingConfiguration mapping(String uuid) {
    return cloud.invoke(
        LambdaModel.GET_EVENT_SOURCE_MAPPING, new GetEventSourceMappingRequest(uuid));
  }

  /// What the function got, run by run.
  List<String> got() {
    return cloud.log.stream()
        .filter(line -> line.contains(" got "))
        .map(line -> line.substring(line.indexOf(" got ") + 5).strip())
        .toList();
  }

  void awaitGot(String... runs) {
    await("runs with " + List.of(runs), () -> got().containsAll(List.of(runs)));
  }

  void await(String what, BooleanSupplier condition) {
    var deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Waited in vain: " + what + "; got " + got());
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  static Json at(Json json, String... path) {
    var found = json;
    for (var name : path) {
      found = Objects.requireNonNull(((Json.Obj) found).get(name), name);
    }
    return found;
  }
}
