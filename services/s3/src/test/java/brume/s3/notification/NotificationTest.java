package brume.s3.notification;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static brume.s3.Storage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.FilterRule;
import brume.model.s3.GetBucketNotificationConfigurationRequest;
import brume.model.s3.LambdaFunctionConfiguration;
import brume.model.s3.LifecycleRule;
import brume.model.s3.LifecycleRuleFilter;
import brume.model.s3.NotificationConfiguration;
import brume.model.s3.NotificationConfigurationFilter;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.model.s3.PutBucketNotificationConfigurationRequest;
import brume.model.s3.PutObjectTaggingRequest;
import brume.model.s3.QueueConfiguration;
import brume.model.s3.S3KeyFilter;
import brume.model.s3.S3Model;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.model.s3.Transition;
import brume.model.sqs.SendMessageRequest;
import brume.model.sqs.SendMessageResult;
import brume.model.sqs.SqsModel;
import brume.s3.Storage;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import brume.shape.ServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:000000000000:function:thumbnails";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:uploads";

  @TempDir Path directory;
  private Storage storage;
  private final List<InvocationRequest> invoked = new ArrayList<>();
  private final List<SendMessageRequest> sent = new ArrayList<>();
  private @Nullable ServiceException refused;
  private @Nullable Call seen;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    storage.local.answer(
        LambdaModel.INVOKE,
        (call, input) -> {
          seen = call;
          if (refused != null) {
            throw refused;
          }
          invoked.add(input);
          return InvocationResponse.builder().statusCode(202).build();
        });
    storage.local.answer(
        SqsModel.SEND_MESSAGE,
        (_, input) -> {
          sent.add(input);
          return SendMessageResult.builder().build();
        });
  }

  private static LambdaFunctionConfiguration.Builder function(String... events) {
    return LambdaFunctionConfiguration.builder()
        .lambdaFunctionArn(FUNCTION)
        .events(List.of(events));
  }

  private static NotificationConfigurationFilter keys(String... namesAndValues) {
    var rules = new ArrayList<FilterRule>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rules.add(new FilterRule(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new NotificationConfigurationFilter(new S3KeyFilter(rules));
  }

  private void configure(LambdaFunctionConfiguration.Builder... functions) {
    var all = List.of(functions).stream().map(LambdaFunctionConfiguration.Builder::build).toList();
    configure(NotificationConfiguration.builder().lambdaFunctionConfigurations(all).build());
  }

  private void configure(NotificationConfiguration configuration) {
    storage.call(
        S3Model.PUT_BUCKET_NOTIFICATION_CONFIGURATION,
        PutBucketNotificationConfigurationRequest.builder()
            .bucket(BUCKET)
            .notificationConfiguration(configuration)
            .build());
    invoked.clear();
  }

  private List<Owed> owed() {
    var all = new ArrayList<Owed>();
    try (var snapshot = storage.local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        all.add(Outbox.decode(cursor.value()));
      }
    }
    return all;
  }

  private Delivery.Outcome deliver(Owed owed) throws InterruptedException {
    return storage.service.deliveries().getFirst().deliver(storage.local.call(), owed);
  }

  /// The one record of what is owed.
  private static Json.Obj record(Owed owed) {
    var payload = (Json.Obj) Json.parse(owed.payload().toUtf8());
    return record((Json.Obj) Objects.requireNonNull(payload.get("message")));
  }

  private static Json.Obj record(Json.Obj message) {
    return (Json.Obj) Objects.requireNonNull(message.get("Records")).list().getFirst();
  }

  private static String text(Json.Obj json, String... path) {
    Json at = json;
    for (var name : path) {
      at = Objects.requireNonNull(((Json.Obj) at).get(name), name);
    }
    return Objects.requireNonNull(at.text());
  }

  private List<String> events() {
    return owed().stream().map(each -> text(record(each), "eventName")).toList();
  }

  @Test
  void aFunctionHearsOfAnObject() throws InterruptedException {
    configure(function("s3:ObjectCreated:*").id("thumbs"));
    storage.put("holiday/a b+ä.jpg", "pixels");
    var owed = owed().getFirst();
    assertThat(deliver(owed)).isEqualTo(new Delivery.Outcome.Done());
    var request = invoked.getFirst();
    assertThat(request.functionName()).isEqualTo(FUNCTION);
    assertThat(request.invocationType()).isEqualTo("Event");
    var told = record((Json.Obj) Json.parse(Objects.requireNonNull(request.payload()).toUtf8()));
    assertThat(text(told, "eventSource")).isEqualTo("aws:s3");
    assertThat(text(told, "eventName")).isEqualTo("ObjectCreated:Put");
    assertThat(text(told, "eventTime")).isEqualTo("2026-01-02T03:04:05.000Z");
    assertThat(text(told, "awsRegion")).isEqualTo("us-east-1");
    assertThat(text(told, "userIdentity", "principalId")).isEqualTo("AWS:000000000000");
    assertThat(text(told, "s3", "configurationId")).isEqualTo("thumbs");
    assertThat(text(told, "s3", "bucket", "arn")).isEqualTo("arn:aws:s3:::photos");
    assertThat(text(told, "s3", "object", "key")).isEqualTo("holiday/a+b%2B%C3%A4.jpg");
    assertThat(text(told, "s3", "object", "size")).isEqualTo("6");
    assertThat(text(told, "s3", "object", "eTag")).hasSize(32);
    assertThat(text(told, "s3", "object", "sequencer")).hasSize(18);
    var call = Objects.requireNonNull(seen);
    assertThat(call.caller().arn()).isEqualTo("s3.amazonaws.com");
    assertThat(call.context().keys())
        .containsEntry("aws:SourceArn", List.of("arn:aws:s3:::photos"))
        .containsEntry("aws:SourceAccount", List.of("000000000000"));
  }

  @Test
  void onlyWhatIsSubscribedIsOwed() {
    configure(
        function("s3:ObjectCreated:Put").filter(keys("prefix", "in/", "suffix", ".jpg")),
        function("s3:ObjectRemoved:*", "s3:ObjectTagging:Put"));
    storage.put("in/a.jpg", "1");
    storage.put("in/a.png", "2");
    storage.put("out/a.jpg", "3");
    storage.delete("out/a.jpg");
    storage.delete("never/there");
    storage.call(
        S3Model.PUT_OBJECT_TAGGING,
        PutObjectTaggingRequest.builder()
            .bucket(BUCKET)
            .key("in/a.png")
            .tagging(new Tagging(List.of(new Tag("a", "b"))))
            .build());
    assertThat(events())
        .containsExactlyInAnyOrder(
            "ObjectCreated:Put", "ObjectRemoved:Delete", "ObjectTagging:Put");
  }

  @Test
  void aMovedObjectIsTold() throws InterruptedException {
    configure(function("s3:LifecycleTransition"));
    storage.put("a", new byte[200_000], input -> input);
    var rule =
        LifecycleRule.builder()
            .status("Enabled")
            .filter(LifecycleRuleFilter.builder().build())
            .transitions(List.of(new Transition(null, 0, "GLACIER_IR")));
    storage.call(
        S3Model.PUT_BUCKET_LIFECYCLE_CONFIGURATION,
        PutBucketLifecycleConfigurationRequest.builder()
            .bucket(BUCKET)
            .lifecycleConfiguration(new BucketLifecycleConfiguration(List.of(rule.build())))
            .build());
    storage.local.clock.advance(Duration.ofDays(1));
    storage.run("s3-lifecycle");
    storage.run("s3-lifecycle");
    assertThat(events()).containsExactly("LifecycleTransition");
    var told = record(owed().getFirst());
    assertThat(text(told, "eventVersion")).isEqualTo("2.3");
    assertThat(text(told, "lifecycleEventData", "transitionEventData", "destinationStorageClass"))
        .isEqualTo("GLACIER_IR");
  }

  @Test
  void deleteMarkersAndVersionsAreToldApart() {
    storage.versioning("Enabled");
    configure(function("s3:ObjectRemoved:*"));
    var version = Objects.requireNonNull(storage.put("a", "1").versionId());
    storage.delete("a");
    storage.call(
        S3Model.DELETE_OBJECT,
        brume.model.s3.DeleteObjectRequest.builder()
            .bucket(BUCKET)
            .key("a")
            .versionId(version)
            .build());
    assertThat(events())
        .containsExactlyInAnyOrder("ObjectRemoved:DeleteMarkerCreated", "ObjectRemoved:Delete");
    assertThat(owed().stream().map(each -> text(record(each), "s3", "object", "versionId")))
        .contains(version);
  }

  @Test
  void aRefusedWriteOwesNothing() {
    configure(function("s3:ObjectCreated:*"));
    storage.put("a", "1");
    assertThat(code(() -> storage.put("a", new byte[1], input -> input.ifNoneMatch("*"))))
        .isEqualTo("PreconditionFailed");
    assertThat(owed()).hasSize(1);
  }

  @Test
  void aBusyDestinationIsToldAgainAndOneThatIsGoneIsNot() throws InterruptedException {
    configure(function("s3:ObjectCreated:*"));
    storage.put("a", "1");
    var owed = owed().getFirst();
    refused = CommonError.SERVICE_UNAVAILABLE.because("later");
    assertThat(refusal(() -> attempt(owed))).isSameAs(refused);
    storage.local.clock.advance(Duration.ofHours(25));
    assertThat(deliver(owed)).isEqualTo(new Delivery.Outcome.Done());
    refused = LambdaError.RESOURCE_NOT_FOUND_EXCEPTION.because("gone");
    assertThat(deliver(owed)).isEqualTo(new Delivery.Outcome.Done());
    assertThat(invoked).isEmpty();
  }

  private void attempt(Owed owed) {
    try {
      var _ = deliver(owed);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aDestinationMustLetTheBucketIn() {
    refused = CommonError.ACCESS_DENIED.because("no");
    var denied = refusal(() -> configure(function("s3:ObjectCreated:*")));
    assertThat(denied.error().code()).isEqualTo("InvalidArgument");
    assertThat(denied.message())
        .isEqualTo("Unable to validate the following destination configurations");
    assertThat(Objects.requireNonNull(denied.detail()).member(1))
        .isEqualTo("Not authorized to invoke function [" + FUNCTION + "]");
    refused = null;
    configure(
        NotificationConfiguration.builder()
            .queueConfigurations(
                List.of(
                    QueueConfiguration.builder()
                        .queueArn(QUEUE)
                        .events(List.of("s3:ObjectCreated:*"))
                        .build()))
            .build());
    assertThat(sent.getFirst().queueUrl()).endsWith("/000000000000/uploads");
    assertThat(sent.getFirst().messageBody()).contains("\"Event\":\"s3:TestEvent\"");
  }

  @Test
  void whatIsConfiguredIsAnsweredWithIds() {
    configure(function("s3:ObjectCreated:*"));
    var there = configuration();
    assertThat(there.lambdaFunctionConfigurations()).hasSize(1);
    assertThat(Objects.requireNonNull(there.lambdaFunctionConfigurations()).getFirst().id())
        .isNotEmpty();
    configure(NotificationConfiguration.builder().build());
    assertThat(configuration()).isEqualTo(NotificationConfiguration.builder().build());
    storage.put("a", "1");
    assertThat(owed()).isEmpty();
  }

  private NotificationConfiguration configuration() {
    return storage.call(
        S3Model.GET_BUCKET_NOTIFICATION_CONFIGURATION,
        GetBucketNotificationConfigurationRequest.builder().bucket(BUCKET).build());
  }

  @Test
  void whatCannotBeToldApartIsRefused() {
    assertThat(message(function("s3:ObjectCreated:*"), function("s3:ObjectCreated:Put")))
        .startsWith("Configurations overlap.");
    assertThat(
            message(
                function("s3:ObjectCreated:*").filter(keys("prefix", "a/")),
                function("s3:ObjectCreated:*").filter(keys("prefix", "a/b", "suffix", ".x"))))
        .startsWith("Configuration is ambiguously defined.");
    configure(
        function("s3:ObjectCreated:*").filter(keys("suffix", ".jpg")),
        function("s3:ObjectCreated:*").filter(keys("suffix", ".png")));
  }

  @Test
  void whatIsNoConfigurationIsRefused() {
    assertThat(code(() -> configure(function("s3:ObjectRestore:*")))).isEqualTo("NotImplemented");
    assertThat(message(function("s3:ObjectCreated:*").filter(keys("prefix", "x", "prefix", "y"))))
        .contains("more than one prefix rule");
    assertThat(message(function("s3:ObjectCreated:*").lambdaFunctionArn("thumbnails")))
        .isEqualTo("The ARN is not well formed");
    assertThat(
            message(
                function("s3:ObjectCreated:*")
                    .lambdaFunctionArn(FUNCTION.replace("us-east-1", "eu-west-1"))))
        .startsWith("The notification destination service region is not valid");
    assertThat(
            message(function("s3:ObjectCreated:*").id("a"), function("s3:ObjectRemoved:*").id("a")))
        .startsWith("Same ID used");
  }

  private String message(LambdaFunctionConfiguration.Builder... functions) {
    return refusal(() -> configure(functions)).message();
  }
}
