package brume.lambda.function;

import brume.base.Arn;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.UpdateEventSourceMappingRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What may be said of an event source mapping, and what it is when nothing is said.
///
/// Source: AWS Lambda API reference, "CreateEventSourceMapping".
public final class MappingRules {
  /// Records of a batch of a stream unless the mapping says otherwise.
  private static final int STREAM_BATCH = 100;

  /// Messages of a batch without a window; also the usual batch, and the largest of FIFO queues.
  private static final int QUEUE_BATCH = 10;

  private static final int FILTERS = 5;
  private static final int UNLIMITED = -1;

  private MappingRules() {}

  /// Refuses what Brume's mappings do not have.
  public static void check(CreateEventSourceMappingRequest input) {
    Lacking.refuse(
        "AmazonManagedKafkaEventSourceConfig", input.amazonManagedKafkaEventSourceConfig());
    Lacking.refuse("DocumentDBEventSourceConfig", input.documentDbEventSourceConfig());
    Lacking.refuse("KMSKeyArn", input.kmsKeyArn());
    Lacking.refuse("LoggingConfig", input.loggingConfig());
    Lacking.refuse("MetricsConfig", input.metricsConfig());
    Lacking.refuse("ProvisionedPollerConfig", input.provisionedPollerConfig());
    Lacking.refuse("Queues", input.queues());
    Lacking.refuse("SelfManagedEventSource", input.selfManagedEventSource());
    Lacking.refuse("SelfManagedKafkaEventSourceConfig", input.selfManagedKafkaEventSourceConfig());
    Lacking.refuse("SourceAccessConfigurations", input.sourceAccessConfigurations());
    Lacking.refuse("Tags of event source mappings", input.tags());
    Lacking.refuse("Topics", input.topics());
    Lacking.refuse("StartingPositionTimestamp", input.startingPositionTimestamp());
    refuseTumbling(input.tumblingWindowInSeconds());
  }

  public static void check(UpdateEventSourceMappingRequest input) {
    Lacking.refuse(
        "AmazonManagedKafkaEventSourceConfig", input.amazonManagedKafkaEventSourceConfig());
    Lacking.refuse("DocumentDBEventSourceConfig", input.documentDbEventSourceConfig());
    Lacking.refuse("KMSKeyArn", input.kmsKeyArn());
    Lacking.refuse("LoggingConfig", input.loggingConfig());
    Lacking.refuse("MetricsConfig", input.metricsConfig());
    Lacking.refuse("ProvisionedPollerConfig", input.provisionedPollerConfig());
    Lacking.refuse("SelfManagedKafkaEventSourceConfig", input.selfManagedKafkaEventSourceConfig());
    Lacking.refuse("SourceAccessConfigurations", input.sourceAccessConfigurations());
    refuseTumbling(input.tumblingWindowInSeconds());
  }

  private static void refuseTumbling(@Nullable Integer seconds) {
    if (seconds != null && seconds != 0) {
      Lacking.refuse("TumblingWindowInSeconds", seconds);
    }
  }

  /// The mapping with everything that nobody said. Throws an invalid parameter value where parts do
  /// not go together.
  public static EventSourceMappingConfiguration complete(EventSourceMappingConfiguration mapping) {
    var source =
        Arn.parse(Objects.requireNonNullElse(mapping.eventSourceArn(), ""))
            .orElseThrow(() -> Rules.invalid("Unrecognized event source."));
    var filters = mapping.filterCriteria() == null ? null : mapping.filterCriteria().filters();
    if (filters != null && filters.size() > FILTERS) {
      throw Rules.invalid("A mapping has at most " + FILTERS + " filters");
    }
    return switch (source.service()) {
      case "dynamodb" -> ofStream(mapping, source);
      case "sqs" -> ofQueue(mapping, source);
      default -> {
        Lacking.refuse("event sources of " + source.service(), source);
        throw new IllegalStateException("Not refused");
      }
    };
  }

  private static EventSourceMappingConfiguration ofStream(
      EventSourceMappingConfiguration mapping, Arn source) {
    if (!source.resource().contains("/stream/")) {
      throw Rules.invalid("Unrecognized event source, must be a DynamoDB stream: " + source);
    }
    var starting = mapping.startingPosition();
    if (starting == null) {
      throw Rules.invalid(
          "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
              + " constraint: Member must not be null.");
    }
    if (starting.equals("AT_TIMESTAMP")) {
      throw Rules.invalid("Unsupported starting position for arn type: " + source);
    }
    refuse("ScalingConfig", mapping.scalingConfig(), source);
    checkDestination(mapping);
    return mapping.toBuilder()
        .batchSize(Objects.requireNonNullElse(mapping.batchSize(), STREAM_BATCH))
        .maximumBatchingWindowInSeconds(
            Objects.requireNonNullElse(mapping.maximumBatchingWindowInSeconds(), 0))
        .parallelizationFactor(Objects.requireNonNullElse(mapping.parallelizationFactor(), 1))
        .maximumRecordAgeInSeconds(
            Objects.requireNonNullElse(mapping.maximumRecordAgeInSeconds(), UNLIMITED))
        .maximumRetryAttempts(Objects.requireNonNullElse(mapping.maximumRetryAttempts(), UNLIMITED))
        .bisectBatchOnFunctionError(
            Objects.requireNonNullElse(mapping.bisectBatchOnFunctionError(), false))
        .tumblingWindowInSeconds(0)
        .build();
  }

  private static void checkDestination(EventSourceMappingConfiguration mapping) {
    var all = mapping.destinationConfig();
    if (all == null) {
      return;
    }
    if (all.onSuccess() != null && all.onSuccess().destination() != null) {
      throw Rules.invalid(
          "Unsupported DestinationConfig parameter for given event source mapping type.");
    }
    var target = all.onFailure() == null ? null : all.onFailure().destination();
    if (target != null && !target.isEmpty()) {
      var service = Arn.parse(target).map(Arn::service).orElse("");
      if (!service.equals("sqs") && !service.equals("sns")) {
        Lacking.refuse("DestinationConfig.OnFailure " + target, target);
      }
    }
  }

  private static EventSourceMappingConfiguration ofQueue(
      EventSourceMappingConfiguration mapping, Arn source) {
    refuse("StartingPosition", mapping.startingPosition(), source);
    refuse("ParallelizationFactor", mapping.parallelizationFactor(), source);
    refuse("BisectBatchOnFunctionError", mapping.bisectBatchOnFunctionError(), source);
    refuse("MaximumRecordAgeInSeconds", mapping.maximumRecordAgeInSeconds(), source);
    refuse("MaximumRetryAttempts", mapping.maximumRetryAttempts(), source);
    refuse("DestinationConfig", mapping.destinationConfig(), source);
    int batch = Objects.requireNonNullElse(mapping.batchSize(), QUEUE_BATCH);
    int window = Objects.requireNonNullElse(mapping.maximumBatchingWindowInSeconds(), 0);
    boolean fifo = source.resource().endsWith(".fifo");
    if (batch > QUEUE_BATCH && fifo) {
      throw Rules.invalid("Batch size for FIFO queues is at most " + QUEUE_BATCH);
    }
    if (window > 0 && fifo) {
      throw Rules.invalid("Batching window is not supported for FIFO queues");
    }
    if (batch > QUEUE_BATCH && window == 0) {
      throw Rules.invalid(
          "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
              + " than "
              + QUEUE_BATCH);
    }
    return mapping.toBuilder().batchSize(batch).maximumBatchingWindowInSeconds(window).build();
  }

  private static void refuse(String parameter, @Nullable Object value, Arn source) {
    if (value != null) {
      throw Rules.invalid(
          "Unsupported parameter %s for event source mapping of %s".formatted(parameter, source));
    }
  }

  /// As policies name it.
  public static Arn arn(brume.base.Scope scope, String uuid) {
    return Arn.of("lambda", scope, "event-source-mapping:" + uuid);
  }
}
