package brume.s3.notification;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.Arn;
import brume.base.Ids;
import brume.model.s3.LambdaFunctionConfiguration;
import brume.model.s3.NotificationConfiguration;
import brume.model.s3.NotificationConfigurationFilter;
import brume.model.s3.QueueConfiguration;
import brume.model.s3.TopicConfiguration;
import brume.s3.bucket.Bucket;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a notification configuration may be.
///
/// Source: Amazon S3 User Guide, "Configuring event notifications using object key name filtering",
/// "Event notification types and destinations".
public final class NotificationRules {
  static final int MAX_FILTER_BYTES = 1024;

  /// Those that happen here: there is no archive and no list of grants.
  private static final Set<String> EVENTS =
      Set.of(
          "s3:ObjectCreated:*",
          "s3:ObjectCreated:Put",
          "s3:ObjectCreated:Post",
          "s3:ObjectCreated:Copy",
          "s3:ObjectCreated:CompleteMultipartUpload",
          "s3:ObjectRemoved:*",
          "s3:ObjectRemoved:Delete",
          "s3:ObjectRemoved:DeleteMarkerCreated",
          "s3:ObjectTagging:*",
          "s3:ObjectTagging:Put",
          "s3:ObjectTagging:Delete",
          "s3:LifecycleTransition",
          "s3:LifecycleExpiration:*",
          "s3:LifecycleExpiration:Delete",
          "s3:LifecycleExpiration:DeleteMarkerCreated");

  private NotificationRules() {}

  /// The configuration with an id for each of its entries.
  public static NotificationConfiguration named(NotificationConfiguration given, Ids ids) {
    return given.toBuilder()
        .lambdaFunctionConfigurations(
            each(given.lambdaFunctionConfigurations())
                .map(one -> one.toBuilder().id(id(one.id(), ids)).build())
                .toList())
        .queueConfigurations(
            each(given.queueConfigurations())
                .map(one -> one.toBuilder().id(id(one.id(), ids)).build())
                .toList())
        .topicConfigurations(
            each(given.topicConfigurations())
                .map(one -> one.toBuilder().id(id(one.id(), ids)).build())
                .toList())
        .build();
  }

  private static String id(@Nullable String given, Ids ids) {
    return given == null || given.isEmpty() ? ids.uuid().toString() : given;
  }

  private static <T> Stream<T> each(@Nullable List<T> list) {
    return list == null ? Stream.of() : list.stream();
  }

  /// @param configuration with ids
  public static void check(Bucket bucket, NotificationConfiguration configuration) {
    if (configuration.eventBridgeConfiguration() != null) {
      throw Lacking.of("notifications by EventBridge");
    }
    Stream.of(
            each(configuration.lambdaFunctionConfigurations())
                .map(LambdaFunctionConfiguration::filter),
            each(configuration.queueConfigurations()).map(QueueConfiguration::filter),
            each(configuration.topicConfigurations()).map(TopicConfiguration::filter))
        .flatMap(filters -> filters)
        .forEach(NotificationRules::checkFilter);
    checkArns(
        bucket,
        "lambda",
        each(configuration.lambdaFunctionConfigurations())
            .map(LambdaFunctionConfiguration::lambdaFunctionArn));
    checkArns(
        bucket, "sqs", each(configuration.queueConfigurations()).map(QueueConfiguration::queueArn));
    checkArns(
        bucket, "sns", each(configuration.topicConfigurations()).map(TopicConfiguration::topicArn));
    var all = Subscription.all(configuration);
    var ids = new HashSet<String>();
    for (int i = 0; i < all.size(); i++) {
      var one = all.get(i);
      one.events().forEach(NotificationRules::checkEvent);
      if (!ids.add(one.id())) {
        throw INVALID_ARGUMENT.because(
            "Same ID used for multiple configurations. IDs must be unique");
      }
      all.subList(0, i).forEach(other -> checkApart(one, other));
    }
  }

  private static void checkEvent(String event) {
    if (!EVENTS.contains(event)) {
      throw Lacking.of("the event " + event);
    }
  }

  private static void checkFilter(@Nullable NotificationConfigurationFilter filter) {
    var names = new HashSet<String>();
    for (var rule : Subscription.rules(filter)) {
      var name = String.valueOf(rule.name());
      if (!names.add(name)) {
        throw INVALID_ARGUMENT.because(
            "Cannot specify more than one " + name + " rule in a filter.");
      }
      var value = rule.value() == null ? "" : rule.value();
      if (value.getBytes(StandardCharsets.UTF_8).length > MAX_FILTER_BYTES) {
        throw INVALID_ARGUMENT.because(
            "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation");
      }
    }
  }

  private static void checkArns(Bucket bucket, String service, Stream<String> arns) {
    arns.forEach(
        text -> {
          var arn = Arn.parse(text).orElse(null);
          if (arn == null || !arn.service().equals(service)) {
            throw refused("The ARN is not well formed", text);
          }
          if (!arn.region().equals(bucket.scope().region())) {
            throw refused(
                "The notification destination service region is not valid for the bucket location"
                    + " constraint",
                text);
          }
          if (arn.resource().endsWith(".fifo")) {
            throw refused("FIFO destinations are not supported", text);
          }
        });
  }

  private static RuntimeException refused(String text, String arn) {
    return INVALID_ARGUMENT.because(text, Detail.of("ArgumentName", "arn", "ArgumentValue", arn));
  }

  private static void checkApart(Subscription one, Subscription other) {
    if (one.overlaps(other)) {
      throw INVALID_ARGUMENT.because(
          one.isFiltered() || other.isFiltered()
              ? "Configuration is ambiguously defined. Cannot have overlapping suffixes in two"
                  + " rules if the prefixes are overlapping for the same event type."
              : "Configurations overlap. Configurations on the same bucket cannot share a common"
                  + " event type.");
    }
  }
}
