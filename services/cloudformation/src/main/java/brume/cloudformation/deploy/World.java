package brume.cloudformation.deploy;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.template.Lookups;
import brume.json.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the functions of a stack's template see: the stack's resources as they are now, and what
/// others export.
final class World implements Lookups {
  private final Stacks stacks;
  private final Exports exports;
  private final StackId id;
  private final UnaryOperator<String> stored;
  private final Set<String> imported = ConcurrentHashMap.newKeySet();

  /// @param stored looks up a parameter of Parameter Store
  World(Stacks stacks, Exports exports, StackId id, UnaryOperator<String> stored) {
    this.stacks = stacks;
    this.exports = exports;
    this.id = id;
    this.stored = stored;
  }

  @Override
  public @Nullable Json ref(String logicalId) {
    var instance = instance(logicalId);
    return instance == null ? null : Json.of(instance.physicalId());
  }

  @Override
  public @Nullable Json attribute(String logicalId, String attribute) {
    var instance = instance(logicalId);
    return instance == null ? null : instance.resource().attributes().get(attribute);
  }

  private @Nullable Instance instance(String logicalId) {
    var resource = stacks.readOrNull(id, view -> view.resource(logicalId));
    return resource == null ? null : resource.current();
  }

  /// From now on the export is in use.
  @Override
  public @Nullable Json export(String name) {
    imported.add(name);
    var value = exports.use(id, name);
    return value == null ? null : Json.of(value);
  }

  /// The names of the exports that were asked for.
  Set<String> imported() {
    return Set.copyOf(imported);
  }

  @Override
  public String stored(String name) {
    return stored.apply(name);
  }

  @Override
  public List<String> zones(String region) {
    return Zones.of(region);
  }
}
