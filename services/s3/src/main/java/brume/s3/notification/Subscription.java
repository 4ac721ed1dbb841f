package brume.s3.notification;

import brume.model.s3.FilterRule;
import brume.model.s3.NotificationConfiguration;
import brume.model.s3.NotificationConfigurationFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One destination of a bucket's events, and which of them it hears of.
///
/// @param events such as `s3:ObjectCreated:Put` or `s3:ObjectCreated:*`
/// @param prefix with which the keys begin, empty for any
/// @param suffix with which they end, empty for any
public record Subscription(
    String id, String arn, List<String> events, String prefix, String suffix) {
  private static final String PREFIX = "prefix";
  private static final String SUFFIX = "suffix";

  /// All of a configuration whose entries have ids.
  public static List<Subscription> all(NotificationConfiguration configuration) {
    var all = new ArrayList<Subscription>();
    for (var each : orNone(configuration.lambdaFunctionConfigurations())) {
      all.add(of(each.id(), each.lambdaFunctionArn(), each.events(), each.filter()));
    }
    for (var each : orNone(configuration.queueConfigurations())) {
      all.add(of(each.id(), each.queueArn(), each.events(), each.filter()));
    }
    for (var each : orNone(configuration.topicConfigurations())) {
      all.add(of(each.id(), each.topicArn(), each.events(), each.filter()));
    }
    return all;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Subscription of(
      @Nullable String id,
      String arn,
      List<String> events,
      @Nullable NotificationConfigurationFilter filter) {
    var rules = rules(filter);
    return new Subscription(
        Objects.requireNonNullElse(id, ""),
        arn,
        events,
        value(rules, PREFIX),
        value(rules, SUFFIX));
  }

  static List<FilterRule> rules(@Nullable NotificationConfigurationFilter filter) {
    return filter == null || filter.key() == null ? List.of() : orNone(filter.key().filterRules());
  }

  private static String value(List<FilterRule> rules, String name) {
    return rules.stream()
        .filter(rule -> name.equals(rule.name()))
        .map(rule -> Objects.requireNonNullElse(rule.value(), ""))
        .findFirst()
        .orElse("");
  }

  /// @param event such as `ObjectCreated:Put`
  public boolean hears(String event, String key) {
    return key.startsWith(prefix)
        && key.endsWith(suffix)
        && events.stream().anyMatch(wanted -> covers(wanted, "s3:" + event));
  }

  private static boolean covers(String wanted, String event) {
    return wanted.endsWith(":*")
        ? event.startsWith(wanted.substring(0, wanted.length() - 1))
        : wanted.equals(event);
  }

  /// Whether both could hear of one event, which no two of a bucket may.
  boolean overlaps(Subscription other) {
    boolean prefixes = prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix);
    boolean suffixes = suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix);
    return prefixes
        && suffixes
        && events.stream()
            .anyMatch(
                mine ->
                    other.events.stream()
                        .anyMatch(theirs -> covers(mine, theirs) || covers(theirs, mine)));
  }

  boolean isFiltered() {
    return !prefix.isEmpty() || !suffix.isEmpty();
  }
}
