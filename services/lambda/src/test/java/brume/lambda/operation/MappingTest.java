package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.DeleteEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.Filter;
import brume.model.lambda.FilterCriteria;
import brume.model.lambda.GetEventSourceMappingRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListEventSourceMappingsRequest;
import brume.model.lambda.ScalingConfig;
import brume.model.lambda.UpdateEventSourceMappingRequest;
import brume.service.CommonError;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingTest extends CloudTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:reader";
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:jobs";
  private static final String STREAM =
      "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2026-01-02T03:04:05.000";

  @BeforeEach
  void function() {
    cloud.create("reader", Cloud.ECHO);
  }

  private static CreateEventSourceMappingRequest.Builder of(String source) {
    return CreateEventSourceMappingRequest.builder().functionName("reader").eventSourceArn(source);
  }

  private EventSourceMappingConfiguration create(CreateEventSourceMappingRequest.Builder mapping) {
    return cloud.invoke(LambdaModel.CREATE_EVENT_SOURCE_MAPPING, mapping.build());
  }

  private EventSourceMappingConfiguration get(String uuid) {
    return cloud.invoke(
        LambdaModel.GET_EVENT_SOURCE_MAPPING, new GetEventSourceMappingRequest(uuid));
  }

  private static String id(EventSourceMappingConfiguration mapping) {
    return Objects.requireNonNull(mapping.uuid());
  }

  private void invalid(String text, CreateEventSourceMappingRequest.Builder mapping) {
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, text, () -> create(mapping));
  }

  @Test
  void ofAStreamHasTheUsualSettings() {
    var made = create(of(STREAM).startingPosition("LATEST"));

    assertThat(made.state()).isEqualTo("Creating");
    assertThat(made.functionArn()).isEqualTo(FUNCTION);
    assertThat(made.eventSourceMappingArn())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:event-source-mapping:" + id(made));
    var kept = get(id(made));
    assertThat(kept.state()).isEqualTo("Enabled");
    assertThat(kept.batchSize()).isEqualTo(100);
    assertThat(kept.maximumRetryAttempts()).isEqualTo(-1);
    assertThat(kept.maximumRecordAgeInSeconds()).isEqualTo(-1);
    assertThat(kept.parallelizationFactor()).isEqualTo(1);
    assertThat(kept.lastProcessingResult()).isEqualTo("No records processed");
  }

  @Test
  void asksForPermissionByTheFunction() {
    create(of(QUEUE));

    var need = cloud.local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("lambda:CreateEventSourceMapping");
    assertThat(need.resource()).isEqualTo("*");
    assertThat(need.conditions()).containsEntry("lambda:FunctionArn", List.of(FUNCTION));
  }

  @Test
  void isMadeOnceForAFunctionAndASource() {
    var made = create(of(QUEUE));

    refused(RESOURCE_CONFLICT_EXCEPTION, id(made), () -> create(of(QUEUE)));
  }

  @Test
  void partsMustGoTogether() {
    invalid("startingPosition", of(STREAM));
    invalid("Unsupported starting position", of(STREAM).startingPosition("AT_TIMESTAMP"));
    invalid(
        "ScalingConfig", of(STREAM).startingPosition("LATEST").scalingConfig(new ScalingConfig(5)));
    invalid("StartingPosition", of(QUEUE).startingPosition("LATEST"));
    invalid("BisectBatchOnFunctionError", of(QUEUE).bisectBatchOnFunctionError(true));
    invalid("Maximum batch window", of(QUEUE).batchSize(11));
    invalid("FIFO", of(QUEUE + ".fifo").batchSize(11).maximumBatchingWindowInSeconds(1));
    invalid("Unrecognized event source", of(STREAM.replace("/stream/", "/index/")));
    invalid(
        "Invalid filter pattern definition",
        of(QUEUE).filterCriteria(new FilterCriteria(List.of(new Filter("{\"a\":1}")))));
  }

  @Test
  void otherSourcesAreNamed() {
    refused(
        CommonError.NOT_IMPLEMENTED,
        "event sources of kinesis",
        () ->
            create(
                of("arn:aws:kinesis:us-east-1:000000000000:stream/s").startingPosition("LATEST")));
    refused(
        CommonError.NOT_IMPLEMENTED,
        "TumblingWindowInSeconds",
        () -> create(of(STREAM).startingPosition("LATEST").tumblingWindowInSeconds(10)));
  }

  @Test
  void needsItsFunction() {
    refused(
        RESOURCE_NOT_FOUND_EXCEPTION,
        "Function not found",
        () -> create(of(QUEUE).functionName("nothing")));
  }

  @Test
  void isListedByFunctionAndSource() {
    var first = create(of(QUEUE));
    create(of(STREAM).startingPosition("LATEST"));

    var all = list(ListEventSourceMappingsRequest.builder());
    var ofQueue = list(ListEventSourceMappingsRequest.builder().eventSourceArn(QUEUE));

    assertThat(all).hasSize(2);
    assertThat(ofQueue).containsExactly(get(id(first)));
    assertThat(list(ListEventSourceMappingsRequest.builder().functionName("reader"))).hasSize(2);
    assertThat(list(ListEventSourceMappingsRequest.builder().functionName("other"))).isEmpty();
  }

  private List<EventSourceMappingConfiguration> list(
      ListEventSourceMappingsRequest.Builder request) {
    return Objects.requireNonNull(
        cloud
            .invoke(LambdaModel.LIST_EVENT_SOURCE_MAPPINGS, request.build())
            .eventSourceMappings());
  }

  @Test
  void changesWhatIsSaid() {
    var uuid = id(create(of(QUEUE).batchSize(5)));

    cloud.invoke(
        LambdaModel.UPDATE_EVENT_SOURCE_MAPPING,
        UpdateEventSourceMappingRequest.builder()
            .uuid(uuid)
            .enabled(false)
            .maximumBatchingWindowInSeconds(2)
            .build());

    var after = get(uuid);
    assertThat(after.state()).isEqualTo("Disabled");
    assertThat(after.batchSize()).isEqualTo(5);
    assertThat(after.maximumBatchingWindowInSeconds()).isEqualTo(2);
    var need = cloud.local.asked().getLast().needs().getFirst();
    assertThat(need.resource()).endsWith(":event-source-mapping:" + uuid);
  }

  @Test
  void isGoneWhenDeleted() {
    var uuid = id(create(of(QUEUE)));

    var deleted =
        cloud.invoke(
            LambdaModel.DELETE_EVENT_SOURCE_MAPPING, new DeleteEventSourceMappingRequest(uuid));

    assertThat(deleted.state()).isEqualTo("Deleting");
    refused(RESOURCE_NOT_FOUND_EXCEPTION, "does not exist", () -> get(uuid));
  }
}
