package brume.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.model.lambda.Filter;
import brume.model.lambda.FilterCriteria;
import brume.model.sqs.DeleteMessageBatchResult;
import brume.model.sqs.Message;
import brume.model.sqs.MessageAttributeValue;
import brume.model.sqs.ReceiveMessageResult;
import brume.model.sqs.SqsModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueMappingTest extends MappingLab {
  private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:jobs";
  private static final String URL = "http://localhost:4566/000000000000/jobs";

  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final List<String> deleted = new CopyOnWriteArrayList<>();

  /// A queue that gives each message once.
  @BeforeEach
  void queue() {
    cloud
        .local
        .answer(
            SqsModel.RECEIVE_MESSAGE,
            (_, input) -> {
              assertThat(input.queueUrl()).isEqualTo(URL);
              return new ReceiveMessageResult(
                  receive(Objects.requireNonNull(input.maxNumberOfMessages())));
            })
        .answer(
            SqsModel.DELETE_MESSAGE_BATCH,
            (_, input) -> {
              input.entries().forEach(entry -> deleted.add(entry.receiptHandle()));
              return new DeleteMessageBatchResult(List.of(), List.of());
            });
  }

  private List<Message> receive(int most) {
    synchronized (waiting) {
      var received = new ArrayList<Message>();
      for (var id : List.copyOf(waiting.keySet())) {
        if (received.size() < most) {
          received.add(
              Message.builder()
                  .messageId(id)
                  .receiptHandle("handle-" + id)
                  .body(waiting.remove(id))
                  .build());
        }
      }
      return received;
    }
  }

  private void send(String... bodies) {
    synchronized (waiting) {
      for (var body : bodies) {
        waiting.put("m" + waiting.size(), body);
      }
    }
  }

  private void awaitDeleted(String... handles) {
    await("deleted " + List.of(handles), () -> deleted.containsAll(List.of(handles)));
    assertThat(deleted).containsExactlyInAnyOrder(handles);
  }

  @Test
  void deletesWhatTheFunctionSucceededWith() {
    send("a", "b");

    var uuid = begin(of(ARN));

    awaitDeleted("handle-m0", "handle-m1");
    awaitGot("a b");
    await("the result", () -> "OK".equals(mapping(uuid).lastProcessingResult()));
    assertThat(mapping(uuid).batchSize()).isEqualTo(10);
  }

  @Test
  void leavesWhatTheFunctionFailedOn() {
    send("bad", "b");

    var uuid = begin(of(ARN));

    await(
        "the result",
        () -> "PROBLEM: Function call failed".equals(mapping(uuid).lastProcessingResult()));
    assertThat(deleted).isEmpty();
  }

  @Test
  void leavesTheItemsThatAreReported() {
    send("a", "some", "c");

    begin(of(ARN).functionResponseTypes(List.of("ReportBatchItemFailures")));

    awaitDeleted("handle-m0", "handle-m2");
  }

  @Test
  void deletesWhatTheFilterLeavesOut() {
    send("{\"kind\":\"a\"}", "{\"kind\":\"b\"}", "text");
    var pattern = "{\"body\":{\"kind\":[\"a\"]}}";

    begin(of(ARN).filterCriteria(new FilterCriteria(List.of(new Filter(pattern)))));

    awaitDeleted("handle-m0", "handle-m1", "handle-m2");
    awaitGot("{\"kind\":\"a\"}");
    assertThat(got()).hasSize(1);
  }

  @Test
  void showsMessagesAsAwsDoes() {
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue("v").build();
    var message =
        Message.builder()
            .messageId("m")
            .receiptHandle("h")
            .body("text")
            .md5OfBody("5")
            .attributes(Map.of("ApproximateReceiveCount", "1"))
            .messageAttributes(Map.of("n", attribute))
            .build();

    var event = QueueItem.of(message, brume.base.Arn.parse(ARN).orElseThrow()).event();

    assertThat(at(event, "eventSource")).isEqualTo(Json.of("aws:sqs"));
    assertThat(at(event, "eventSourceARN")).isEqualTo(Json.of(ARN));
    assertThat(at(event, "attributes", "ApproximateReceiveCount")).isEqualTo(Json.of("1"));
    assertThat(at(event, "messageAttributes", "n", "stringValue")).isEqualTo(Json.of("v"));
    assertThat(at(event, "messageAttributes", "n", "stringListValues")).isEqualTo(Json.array());
  }
}
