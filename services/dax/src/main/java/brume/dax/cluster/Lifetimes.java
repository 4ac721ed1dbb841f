package brume.dax.cluster;

import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.model.dax.Parameter;
import brume.model.dax.ParameterNameValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How long what was read may be given again: all that parameter groups say.
///
/// Source: Amazon DynamoDB Developer Guide, "Configuring TTL settings".
///
/// @param items zero for as long as there is room
/// @param queries zero for not at all
public record Lifetimes(Duration items, Duration queries) {
  public static final String DEFAULT_GROUP = "default.dax1.0";

  public static final Lifetimes DEFAULT =
      new Lifetimes(Duration.ofMinutes(5), Duration.ofMinutes(5));

  private static final String ITEMS = "record-ttl-millis";
  private static final String QUERIES = "query-ttl-millis";

  /// @param values by the names of their parameters
  public static Lifetimes of(Map<String, String> values) {
    return new Lifetimes(
        millis(values.get(ITEMS), DEFAULT.items), millis(values.get(QUERIES), DEFAULT.queries));
  }

  private static Duration millis(
      @org.jspecify.annotations.Nullable String value, Duration otherwise) {
    return value == null ? otherwise : Duration.ofMillis(Long.parseLong(value));
  }

  /// Throws an invalid parameter value for a parameter that there is not, or a value that it cannot
  /// have.
  public static void check(ParameterNameValue parameter) {
    var name = Objects.requireNonNullElse(parameter.parameterName(), "");
    var value = Objects.requireNonNullElse(parameter.parameterValue(), "");
    if (!name.equals(ITEMS) && !name.equals(QUERIES)) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Invalid parameter name: " + name);
    }
    if (!value.matches("\\d{1,18}")) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Invalid value for parameter " + name + ": " + value);
    }
  }

  /// As they are described.
  public List<Parameter> parameters() {
    return List.of(
        parameter(QUERIES, queries, "Duration in milliseconds for queries to remain cached"),
        parameter(ITEMS, items, "Duration in milliseconds for records to remain valid in cache"));
  }

  private static Parameter parameter(String name, Duration value, String description) {
    return Parameter.builder()
        .parameterName(name)
        .parameterType("DEFAULT")
        .parameterValue(Long.toString(value.toMillis()))
        .nodeTypeSpecificValues(List.of())
        .description(description)
        .source("user")
        .dataType("integer")
        .allowedValues("0-")
        .isModifiable("TRUE")
        .changeType("IMMEDIATE")
        .build();
  }
}
