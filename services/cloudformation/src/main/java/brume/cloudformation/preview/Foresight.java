package brume.cloudformation.preview;

import brume.base.Scope;
import brume.cloudformation.data.Exports;
import brume.cloudformation.deploy.Zones;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.template.Lookups;
import brume.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the functions of a template would see: the resources as they are, and of those that are to
/// be made, only that they will be.
public final class Foresight implements Lookups {
  /// What AWS shows for values that are known only when they are made.
  static final String LATER = "{{changeSet:KNOWN_AFTER_APPLY}}";

  private final Exports exports;
  private final Scope scope;
  private final UnaryOperator<String> stored;
  private final Map<String, LogicalResource> there = new HashMap<>();
  private final Set<String> made = new HashSet<>();

  /// @param resources that the stack has
  /// @param stored looks up a parameter of Parameter Store
  public Foresight(
      Exports exports, Scope scope, List<LogicalResource> resources, UnaryOperator<String> stored) {
    this.exports = exports;
    this.scope = scope;
    this.stored = stored;
    resources.forEach(resource -> there.put(resource.id(), resource));
  }

  /// From now on the resource counts as one that is to be made.
  void make(String logicalId) {
    made.add(logicalId);
  }

  @Override
  public Json ref(String logicalId) {
    var resource = there.get(logicalId);
    var physicalId = resource == null || made.contains(logicalId) ? null : resource.physicalId();
    return Json.of(physicalId == null ? LATER : physicalId);
  }

  @Override
  public @Nullable Json attribute(String logicalId, String attribute) {
    var resource = there.get(logicalId);
    var current = resource == null || made.contains(logicalId) ? null : resource.current();
    return current == null ? Json.of(LATER) : current.resource().attributes().get(attribute);
  }

  @Override
  public @Nullable Json export(String name) {
    var value = exports.value(scope, name);
    return value == null ? null : Json.of(value);
  }

  @Override
  public String stored(String name) {
    return stored.apply(name);
  }

  @Override
  public List<String> zones(String region) {
    return Zones.of(region);
  }

  static boolean isKnown(@Nullable Json value) {
    return value == null || !value.print().contains(LATER);
  }
}
