package brume.service;

import brume.base.Scope;
import java.util.Map;

/// Where services count what CloudWatch shows of them, under the names that AWS documents.
///
/// Counting is cheap enough for every request: values are gathered in memory and stored from time
/// to time. What a crash finds not yet stored is lost; the metrics of AWS's own services are best
/// effort, too.
@FunctionalInterface
public interface Metrics {
  /// Counts nothing, where there is no CloudWatch.
  Metrics NONE = (_, _, _, _) -> {};

  /// Adds one measured value of now.
  void add(Subject subject, String name, Unit unit, double value);

  /// Adds how often something happened.
  default void count(Subject subject, String name, long times) {
    add(subject, name, Unit.COUNT, (double) times);
  }

  /// Adds how long something took.
  ///
  /// @param nanoseconds as `System.nanoTime` tells them
  default void took(Subject subject, String name, long nanoseconds) {
    add(subject, name, Unit.MILLISECONDS, nanoseconds / 1e6);
  }

  /// What is measured.
  ///
  /// @param namespace such as `AWS/Lambda`
  /// @param dimensions such as `FunctionName` and its value
  record Subject(Scope scope, String namespace, Map<String, String> dimensions) {
    public Subject {
      dimensions = Map.copyOf(dimensions);
    }

    /// The same with one dimension more.
    public Subject with(String dimension, String value) {
      var more = new java.util.HashMap<>(dimensions);
      more.put(dimension, value);
      return new Subject(scope, namespace, more);
    }
  }

  /// A unit of measurement, as CloudWatch spells it.
  enum Unit {
    BYTES("Bytes"),
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    NONE("None"),
    PERCENT("Percent"),
    SECONDS("Seconds");

    private final String spelling;

    Unit(String spelling) {
      this.spelling = spelling;
    }

    public String spelling() {
      return spelling;
    }
  }
}
