package brume.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.data.EventSourceMappings;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.DeleteEventSourceMappingRequest;
import brume.model.lambda.DestinationConfig;
import brume.model.lambda.Filter;
import brume.model.lambda.FilterCriteria;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.OnFailure;
import brume.model.lambda.UpdateEventSourceMappingRequest;
import brume.model.sqs.SendMessageResult;
import brume.model.sqs.SqsModel;
import brume.testing.Local;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamMappingTest extends MappingLab {
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private TestStream stream;

  @BeforeEach
  void stream() {
    stream = new TestStream(cloud);
    stream.shard("s1", null);
    cloud.local.answer(
        SqsModel.SEND_MESSAGE,
        (call, input) -> {
          told.add(call.caller().arn() + ' ' + input.queueUrl() + ' ' + input.messageBody());
          return SendMessageResult.builder().build();
        });
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(cloud.local.store, new EventSourceMappings(cloud.local.store));
  }

  private void add(String... keys) {
    for (var key : keys) {
      stream.add("s1", key, Local.START);
    }
  }

  private static CreateEventSourceMappingRequest.Builder fromStart() {
    return of(TestStream.ARN).startingPosition("TRIM_HORIZON");
  }

  private static DestinationConfig toQueue() {
    var queue = "arn:aws:sqs:us-east-1:000000000000:lost";
    return DestinationConfig.builder().onFailure(new OnFailure(queue)).build();
  }

  @Test
  void bringsRecordsInBatches() {
    add("a", "b", "c");

    var uuid = begin(fromStart().batchSize(2));

    awaitGot("a b", "c");
    await("the result", () -> "OK".equals(mapping(uuid).lastProcessingResult()));
    add("d");
    awaitGot("d");
    assertThat(got()).containsExactly("a b", "c", "d");
    assertThat(stream.caller).isEqualTo("arn:aws:sts::000000000000:assumed-role/app/session");
  }

  @Test
  void showsRecordsAsAwsDoes() {
    var number = stream.add("s1", "a", Local.START);

    var item = StreamItem.of(record(number), TestStream.ARN).event();

    assertThat(at(item, "eventSourceARN")).isEqualTo(Json.of(TestStream.ARN));
    assertThat(at(item, "eventID")).isEqualTo(Json.of("e" + number));
    assertThat(at(item, "dynamodb", "Keys", "id", "S")).isEqualTo(Json.of("a"));
    assertThat(at(item, "dynamodb", "ApproximateCreationDateTime"))
        .isEqualTo(Json.of(Local.START.getEpochSecond()));
  }

  private brume.model.dynamodbstreams.Record record(String number) {
    var call = cloud.call();
    var page =
        call.invoke(
            brume.model.dynamodbstreams.DynamoDbStreamsModel.GET_RECORDS,
            new brume.model.dynamodbstreams.GetRecordsInput(10, TestStream.id("s1") + " 0"));
    return java.util.Objects.requireNonNull(page.records()).stream()
        .filter(each -> ("e" + number).equals(each.eventId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beginsWithWhatComesAfterIt() {
    add("old");

    begin(of(TestStream.ARN).startingPosition("LATEST"));
    await("a look", () -> stream.caller != null);
    await(
        "a beginning",
        () -> {
          add("new");
          return !got().isEmpty();
        });

    assertThat(got()).noneMatch(run -> run.contains("old"));
  }

  @Test
  void goesOnWhereItWasAfterARestart() throws Exception {
    add("a");
    begin(fromStart());
    awaitGot("a");
    var before = checkpoints();
    await(
        "a checkpoint",
        () ->
            before.of(Local.SCOPE, onlyMapping()).get(TestStream.id("s1"))
                instanceof Position.After);
    cloud.lambda.close();

    add("b");
    var again = new Cloud(directory, cloud);
    try {
      supervise(again);
      awaitLog(again, "got b");
      assertThat(again.log).noneMatch(line -> line.contains("got a"));
    } finally {
      again.close();
    }
  }

  private String onlyMapping() {
    var listed =
        cloud.invoke(
            LambdaModel.LIST_EVENT_SOURCE_MAPPINGS,
            brume.model.lambda.ListEventSourceMappingsRequest.builder().build());
    return String.valueOf(listed.eventSourceMappings().getFirst().uuid());
  }

  private void awaitLog(Cloud other, String text) {
    await(text, () -> other.log.stream().anyMatch(line -> line.contains(text)));
  }

  @Test
  void leavesOutWhatTheFilterDoes() {
    add("a", "b", "c");
    var pattern = "{\"dynamodb\":{\"Keys\":{\"id\":{\"S\":[\"a\",\"c\"]}}}}";

    begin(fromStart().filterCriteria(new FilterCriteria(List.of(new Filter(pattern)))));

    awaitGot("a c");
  }

  @Test
  void givesABatchUpAfterItsRetries() {
    add("bad", "b");

    begin(fromStart().batchSize(1).maximumRetryAttempts(1).destinationConfig(toQueue()));

    awaitGot("b");
    assertThat(got()).containsExactly("bad", "bad", "b");
    await("the queue", () -> !told.isEmpty());
    var text = told.element();
    assertThat(text)
        .startsWith(
            "arn:aws:sts::000000000000:assumed-role/app/session"
                + " http://localhost:4566/000000000000/lost {");
    var record = Json.parse(text.substring(text.indexOf('{')));
    assertThat(at(record, "requestContext", "condition"))
        .isEqualTo(Json.of("RetryAttemptsExhausted"));
    assertThat(at(record, "requestContext", "approximateInvokeCount")).isEqualTo(Json.of(2));
    assertThat(at(record, "responseContext", "functionError")).isEqualTo(Json.of("Unhandled"));
    assertThat(at(record, "DDBStreamBatchInfo", "shardId")).isEqualTo(Json.of(TestStream.id("s1")));
    assertThat(at(record, "DDBStreamBatchInfo", "batchSize")).isEqualTo(Json.of(1));
  }

  @Test
  void halvesABatchThatFails() {
    add("a", "b", "bad", "d");

    begin(fromStart().bisectBatchOnFunctionError(true).maximumRetryAttempts(0));

    awaitGot("d");
    assertThat(got()).containsExactly("a b bad d", "a b", "bad d", "bad", "d");
  }

  @Test
  void goesOnFromTheItemThatFailed() {
    add("a", "some", "c");

    begin(
        fromStart()
            .functionResponseTypes(List.of("ReportBatchItemFailures"))
            .maximumRetryAttempts(1)
            .destinationConfig(toQueue()));

    await("the queue", () -> !told.isEmpty());
    awaitGot("some c");
    assertThat(got()).containsExactly("a some c", "some c");
  }

  @Test
  void givesUpWhatIsTooOld() {
    stream.add("s1", "old", Local.START.minus(Duration.ofMinutes(2)));
    add("b");

    begin(fromStart().maximumRecordAgeInSeconds(60).destinationConfig(toQueue()));

    awaitGot("b");
    assertThat(told.element()).contains("RecordAgeExceeded");
  }

  @Test
  void readsAChildAfterItsParent() {
    add("a");
    stream.shard("s2", "s1");
    stream.add("s2", "child", Local.START);

    begin(fromStart());
    awaitGot("a");
    assertThat(got()).containsExactly("a");
    stream.close("s1");

    awaitGot("child");
  }

  @Test
  void keepsTheOrderOfEachItemInParallel() {
    var keys = IntStream.range(0, 40).mapToObj(i -> "k" + i % 4).toArray(String[]::new);
    add(keys);

    begin(fromStart().batchSize(2).parallelizationFactor(4));

    await("all", () -> String.join(" ", got()).split(" ").length == 40);
    assertThat(got()).allMatch(run -> run.split(" ").length <= 2);
  }

  @Test
  void waitsForTheWindow() {
    add("a");
    begin(fromStart().batchSize(3).maximumBatchingWindowInSeconds(5));
    await("a look", () -> stream.caller != null);
    add("b");

    await(
        "the end of the window",
        () -> {
          cloud.local.clock.advance(Duration.ofMillis(100));
          return !got().isEmpty();
        });

    assertThat(got()).containsExactly("a b");
  }

  @Test
  void stopsWhenDisabledAndWhenDeleted() {
    add("a");
    var uuid = begin(fromStart());
    awaitGot("a");

    cloud.invoke(
        LambdaModel.UPDATE_EVENT_SOURCE_MAPPING,
        UpdateEventSourceMappingRequest.builder().uuid(uuid).enabled(false).build());
    assertThat(mapping(uuid).state()).isEqualTo("Disabled");
    supervise();
    cloud.invoke(
        LambdaModel.DELETE_EVENT_SOURCE_MAPPING, new DeleteEventSourceMappingRequest(uuid));

    assertThat(checkpoints().of(Local.SCOPE, uuid)).isEmpty();
    checkpoints().put(Local.SCOPE, uuid, "late", new Position.Finished());
    assertThat(checkpoints().of(Local.SCOPE, uuid)).isEmpty();
  }

  @Test
  void tellsOfAStreamThatItMayNotRead() {
    cloud.local.answer(
        brume.model.dynamodbstreams.DynamoDbStreamsModel.DESCRIBE_STREAM,
        (_, _) -> {
          throw brume.service.CommonError.ACCESS_DENIED.because("not authorized to read");
        });

    var uuid = begin(fromStart());

    await(
        "the problem",
        () -> "PROBLEM: not authorized to read".equals(mapping(uuid).lastProcessingResult()));
  }
}
