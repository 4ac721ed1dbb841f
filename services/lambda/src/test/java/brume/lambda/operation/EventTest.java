package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.DeadLetterConfig;
import brume.model.lambda.DeleteFunctionEventInvokeConfigRequest;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.DestinationConfig;
import brume.model.lambda.GetFunctionEventInvokeConfigRequest;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListFunctionEventInvokeConfigsRequest;
import brume.model.lambda.OnFailure;
import brume.model.lambda.OnSuccess;
import brume.model.lambda.PutFunctionConcurrencyRequest;
import brume.model.lambda.PutFunctionEventInvokeConfigRequest;
import brume.model.lambda.UpdateFunctionEventInvokeConfigRequest;
import brume.model.sns.PublishResponse;
import brume.model.sns.SnsModel;
import brume.model.sqs.SendMessageRequest;
import brume.model.sqs.SendMessageResult;
import brume.model.sqs.SqsModel;
import brume.service.CommonError;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest extends CloudTest {
  private static final String BROKEN = "def handler(e, c):\n    raise ValueError('no')\n";

  private void send(String function, String event) {
    var accepted =
        cloud.invoke(
            LambdaModel.INVOKE,
            InvocationRequest.builder()
                .functionName(function)
                .invocationType("Event")
                .payload(Bytes.utf8(event))
                .build());
    assertThat(accepted.statusCode()).isEqualTo(202);
  }

  private List<Owed> owed() {
    var all = new ArrayList<Owed>();
    try (var snapshot = cloud.local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        all.add(Outbox.decode(cursor.value()));
      }
    }
    return all;
  }

  private Delivery.Outcome deliver(Owed owed) throws InterruptedException {
    return cloud.lambda.service().deliveries().getFirst().deliver(cloud.call(), owed);
  }

  /// Delivers until nothing comes after it; how long it waited before each further try.
  private List<Duration> exhaust(Owed first) throws InterruptedException {
    var waits = new ArrayList<Duration>();
    var owed = first;
    while (deliver(owed) instanceof Delivery.Outcome.Again(Instant at, Bytes payload)) {
      var wait = Duration.between(cloud.local.clock.instant(), at);
      waits.add(wait);
      cloud.local.clock.advance(wait);
      owed =
          new Owed(owed.kind(), owed.scope(), owed.id(), owed.attempt() + 1, owed.since(), payload);
    }
    return waits;
  }

  private void configure(PutFunctionEventInvokeConfigRequest.Builder config) {
    cloud.invoke(LambdaModel.PUT_FUNCTION_EVENT_INVOKE_CONFIG, config.functionName("f").build());
  }

  @Test
  void isQueuedBeforeItIsAcknowledged() {
    cloud.create("f", Cloud.ECHO);

    send("f", "{\"a\":1}");

    assertThat(owed()).hasSize(1);
    assertThat(owed().getFirst().kind()).isEqualTo("lambda.invoke");
    assertThat(owed().getFirst().payload().toUtf8()).endsWith("{\"a\":1}");
  }

  @Test
  void isOverWhenTheFunctionSucceeds() throws InterruptedException {
    cloud.create("f", Cloud.ECHO);
    send("f", "{}");

    assertThat(exhaust(owed().getFirst())).isEmpty();
  }

  @Test
  void isTriedTwiceMoreWhenTheFunctionFails() throws InterruptedException {
    cloud.create("f", BROKEN);
    send("f", "{}");

    assertThat(exhaust(owed().getFirst()))
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  void isNotTriedAgainWhereThatIsSet() throws InterruptedException {
    cloud.create("f", BROKEN);
    configure(PutFunctionEventInvokeConfigRequest.builder().maximumRetryAttempts(0));
    send("f", "{}");

    assertThat(exhaust(owed().getFirst())).isEmpty();
  }

  @Test
  void waitsEverLongerForConcurrencyUntilItIsTooOld() throws InterruptedException {
    cloud.create("f", Cloud.ECHO);
    configure(PutFunctionEventInvokeConfigRequest.builder().maximumEventAgeInSeconds(60));
    cloud.invoke(LambdaModel.PUT_FUNCTION_CONCURRENCY, new PutFunctionConcurrencyRequest("f", 0));
    send("f", "{}");

    assertThat(exhaust(owed().getFirst()).stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
  }

  @Test
  void isDroppedWithItsFunction() throws InterruptedException {
    cloud.create("f", Cloud.ECHO);
    send("f", "{}");
    cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("f", null));

    assertThat(exhaust(owed().getFirst())).isEmpty();
  }

  @Test
  void failureIsToldToItsDestination() throws InterruptedException {
    cloud.create("f", BROKEN);
    var notified = cloud.create("notified", Cloud.ECHO).functionArn();
    configure(
        PutFunctionEventInvokeConfigRequest.builder()
            .maximumRetryAttempts(1)
            .destinationConfig(new DestinationConfig(new OnFailure(notified), null)));
    send("f", "{\"a\":1}");

    exhaust(owed().getFirst());

    var told = told();
    assertThat(told.get("version")).isEqualTo(Json.of("1.0"));
    var context = (Json.Obj) told.get("requestContext");
    assertThat(context.get("condition")).isEqualTo(Json.of("RetriesExhausted"));
    assertThat(context.get("approximateInvokeCount")).isEqualTo(Json.of(2));
    assertThat(context.get("functionArn"))
        .isEqualTo(Json.of("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST"));
    assertThat(told.get("requestPayload").print()).isEqualTo("{\"a\":1}");
    assertThat(told.get("responseContext").print())
        .isEqualTo(
            "{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}");
    assertThat(((Json.Obj) told.get("responsePayload")).get("errorType"))
        .isEqualTo(Json.of("ValueError"));
  }

  @Test
  void successIsToldToItsDestination() throws InterruptedException {
    cloud.create("f", Cloud.ECHO);
    var notified = cloud.create("notified", Cloud.ECHO).functionArn();
    configure(
        PutFunctionEventInvokeConfigRequest.builder()
            .destinationConfig(new DestinationConfig(null, new OnSuccess(notified))));
    send("f", "[7]");

    exhaust(owed().getFirst());

    assertThat(told().get("responsePayload").print()).isEqualTo("[7]");
    assertThat(((Json.Obj) told().get("requestContext")).get("condition"))
        .isEqualTo(Json.of("Success"));
  }

  @Test
  void resultsAreToldToQueuesAndTopics() throws InterruptedException {
    var sent = new ArrayList<String>();
    cloud
        .local
        .answer(
            SqsModel.SEND_MESSAGE,
            (call, input) -> {
              sent.add(call.caller().arn() + ' ' + input.queueUrl());
              return SendMessageResult.builder().build();
            })
        .answer(
            SnsModel.PUBLISH,
            (call, input) -> {
              sent.add(call.caller().arn() + ' ' + input.topicArn());
              return PublishResponse.builder().build();
            });
    cloud.create("f", Cloud.ECHO);
    configure(
        PutFunctionEventInvokeConfigRequest.builder()
            .destinationConfig(
                new DestinationConfig(
                    new OnFailure("arn:aws:sns:us-east-1:000000000000:failed"),
                    new OnSuccess("arn:aws:sqs:us-east-1:000000000000:done"))));
    send("f", "1");
    exhaust(owed().getFirst());
    cloud.create("g", BROKEN);
    cloud.invoke(
        LambdaModel.PUT_FUNCTION_EVENT_INVOKE_CONFIG,
        PutFunctionEventInvokeConfigRequest.builder()
            .functionName("g")
            .maximumRetryAttempts(0)
            .destinationConfig(
                new DestinationConfig(
                    new OnFailure("arn:aws:sns:us-east-1:000000000000:failed"), null))
            .build());
    send("g", "2");
    exhaust(owed().getLast());

    var role = "arn:aws:sts::000000000000:assumed-role/app/session ";
    assertThat(sent)
        .containsExactly(
            role + "http://localhost:4566/000000000000/done",
            role + "arn:aws:sns:us-east-1:000000000000:failed");
  }

  @Test
  void whatIsGivenUpBecomesADeadLetter() throws InterruptedException {
    var letters = new ArrayList<SendMessageRequest>();
    cloud.local.answer(
        SqsModel.SEND_MESSAGE,
        (_, input) -> {
          letters.add(input);
          return SendMessageResult.builder().build();
        });
    cloud.invoke(
        LambdaModel.CREATE_FUNCTION,
        Cloud.python("f", BROKEN)
            .deadLetterConfig(new DeadLetterConfig("arn:aws:sqs:us-east-1:000000000000:dead"))
            .build());
    send("f", "{\"a\":1}");

    exhaust(owed().getFirst());

    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().messageBody()).isEqualTo("{\"a\":1}");
    var attributes = letters.getFirst().messageAttributes();
    assertThat(attributes.get("ErrorMessage").stringValue()).isEqualTo("no");
    assertThat(attributes.get("ErrorCode").dataType()).isEqualTo("Number");
    assertThat(attributes.get("RequestID").stringValue()).isNotEmpty();
  }

  /// The event that was queued for the destination.
  private Json.Obj told() {
    var payload =
        owed().stream()
            .map(each -> each.payload().toUtf8())
            .filter(each -> each.contains("function:notified"))
            .findFirst()
            .orElseThrow();
    return (Json.Obj) Json.parse(payload.substring(payload.indexOf('{')));
  }

  @Test
  void destinationsThatAreNotThereAreRefused() {
    cloud.create("f", Cloud.ECHO);

    refused(
        CommonError.NOT_IMPLEMENTED,
        "DestinationConfig.OnFailure of events",
        () ->
            configure(
                PutFunctionEventInvokeConfigRequest.builder()
                    .destinationConfig(
                        new DestinationConfig(
                            new OnFailure("arn:aws:events:us-east-1:000000000000:event-bus/b"),
                            null))));
  }

  @Test
  void configurationCanBeChangedListedAndDeleted() {
    cloud.create("f", Cloud.ECHO);
    configure(PutFunctionEventInvokeConfigRequest.builder().maximumRetryAttempts(1));

    var changed =
        cloud.invoke(
            LambdaModel.UPDATE_FUNCTION_EVENT_INVOKE_CONFIG,
            UpdateFunctionEventInvokeConfigRequest.builder()
                .functionName("f")
                .maximumEventAgeInSeconds(100)
                .build());

    assertThat(changed.maximumRetryAttempts()).isEqualTo(1);
    assertThat(changed.maximumEventAgeInSeconds()).isEqualTo(100);
    assertThat(
            cloud
                .invoke(
                    LambdaModel.LIST_FUNCTION_EVENT_INVOKE_CONFIGS,
                    ListFunctionEventInvokeConfigsRequest.builder().functionName("f").build())
                .functionEventInvokeConfigs())
        .containsExactly(changed);
    cloud.invoke(
        LambdaModel.DELETE_FUNCTION_EVENT_INVOKE_CONFIG,
        new DeleteFunctionEventInvokeConfigRequest("f", null));
    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "doesn't have an EventInvokeConfig",
        () ->
            cloud.invoke(
                LambdaModel.GET_FUNCTION_EVENT_INVOKE_CONFIG,
                new GetFunctionEventInvokeConfigRequest("f", null)));
  }

  @Test
  void largeEventsAreRefused() {
    cloud.create("f", Cloud.ECHO);

    refused(
        LambdaError.REQUEST_TOO_LARGE_EXCEPTION,
        "Request must be smaller than 1048576 bytes",
        () -> send("f", '"' + "x".repeat(1024 * 1024) + '"'));
  }
}
