package brume.dynamodb.resource;

import brume.json.Json;
import brume.service.CommonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The properties of a table as the parameters of CreateTable and UpdateTable.
final class TableProperties {
  private static final String ATTRIBUTES = "AttributeDefinitions";
  private static final String INDEXES = "GlobalSecondaryIndexes";
  private static final String UPDATES = "GlobalSecondaryIndexUpdates";
  private static final String STREAM = "StreamSpecification";
  private static final String EXPIRY = "TimeToLiveSpecification";
  private static final String POLICY = "ResourcePolicy";
  private static final String UNITS = "ProvisionedThroughput";
  private static final List<String> PLAIN = List.of("TableClass", "DeletionProtectionEnabled");
  private static final List<String> BILLING = List.of("BillingMode", UNITS);

  private TableProperties() {}

  /// What CreateTable takes, but for the name.
  static Json.Obj creation(Json.Obj properties) {
    var creation = properties.without("Tags").without(EXPIRY).without(POLICY);
    var policy = policy(properties);
    if (policy != null) {
      creation = creation.with(POLICY, Json.of(policy));
    }
    return properties.get(STREAM) instanceof Json.Obj stream
        ? creation.with(STREAM, enabled(stream))
        : creation;
  }

  /// The table's own policy, as a document; null for none.
  static @Nullable String policy(Json.Obj properties) {
    if (!(properties.get(POLICY) instanceof Json.Obj policy)) {
      return null;
    }
    var document = policy.get("PolicyDocument");
    return document == null ? null : document.print();
  }

  /// The attribute by which items expire; null when they do not.
  static @Nullable String expiry(Json.Obj properties) {
    if (!(properties.get(EXPIRY) instanceof Json.Obj expiry)) {
      return null;
    }
    var enabled = expiry.get("Enabled");
    var attribute = expiry.get("AttributeName");
    return enabled == null || attribute == null || !"true".equals(enabled.text())
        ? null
        : attribute.text();
  }

  /// The updates, one after the other, that make a table of `before` one of `wanted`.
  static List<Json.Obj> steps(Json.Obj before, Json.Obj wanted) {
    var steps = new ArrayList<Json.Obj>();
    var first = Json.Obj.EMPTY;
    for (var property : PLAIN) {
      first = changed(first, property, before, wanted);
    }
    for (var property : BILLING) {
      first = changed(first, property, before, wanted);
    }
    var indexes = new IndexDifference(before.get(INDEXES), wanted.get(INDEXES));
    if (!indexes.updates.isEmpty()) {
      first = first.with(UPDATES, new Json.Arr(indexes.updates));
      var attributes = wanted.get(ATTRIBUTES);
      first = attributes == null ? first : first.with(ATTRIBUTES, attributes);
    }
    if (!first.fields().isEmpty()) {
      steps.add(first);
    }
    steps.addAll(stream(before.get(STREAM), wanted.get(STREAM)));
    return steps;
  }

  private static Json.Obj changed(
      Json.Obj step, String property, Json.Obj before, Json.Obj wanted) {
    var value = wanted.get(property);
    return value == null || value.equals(before.get(property)) ? step : step.with(property, value);
  }

  /// Another view takes another stream.
  private static List<Json.Obj> stream(@Nullable Json before, @Nullable Json wanted) {
    var steps = new ArrayList<Json.Obj>();
    if (Objects.equals(before, wanted)) {
      return steps;
    }
    if (before != null) {
      steps.add(Json.object(STREAM, Json.object("StreamEnabled", Json.of(false))));
    }
    if (wanted instanceof Json.Obj stream) {
      steps.add(Json.object(STREAM, enabled(stream)));
    }
    return steps;
  }

  private static Json.Obj enabled(Json.Obj stream) {
    return stream.with("StreamEnabled", Json.of(true));
  }

  /// What became of the global indexes, as updates.
  private static final class IndexDifference {
    private final List<Json> updates = new ArrayList<>();

    IndexDifference(@Nullable Json before, @Nullable Json wanted) {
      var old = byName(before);
      var now = byName(wanted);
      old.forEach(
          (name, _) -> {
            if (!now.containsKey(name)) {
              add("Delete", Json.object("IndexName", Json.of(name)));
            }
          });
      now.forEach(
          (name, index) -> {
            var known = old.get(name);
            if (known == null) {
              add("Create", index);
            } else if (!known.equals(index)) {
              update(name, known, index);
            }
          });
    }

    private void update(String name, Json.Obj known, Json.Obj index) {
      if (!known.without(UNITS).equals(index.without(UNITS))) {
        throw CommonError.VALIDATION.because(
            "Cannot update GSI's properties other than Provisioned Throughput and Contributor"
                + " Insights Specification. You can create a new GSI with a different name.");
      }
      var units = index.get(UNITS);
      if (units != null) {
        add("Update", Json.object("IndexName", Json.of(name), UNITS, units));
      }
    }

    private void add(String action, Json.Obj value) {
      updates.add(Json.object(action, value));
    }

    private static Map<String, Json.Obj> byName(@Nullable Json indexes) {
      var byName = new LinkedHashMap<String, Json.Obj>();
      for (var index : indexes == null ? List.<Json>of() : indexes.list()) {
        var name = index instanceof Json.Obj object ? object.get("IndexName") : null;
        if (index instanceof Json.Obj object && name != null && name.text() != null) {
          byName.put(Objects.requireNonNull(name.text()), object);
        }
      }
      return byName;
    }
  }
}
