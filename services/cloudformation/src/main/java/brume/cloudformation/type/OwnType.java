package brume.cloudformation.type;

import brume.cloudformation.stack.StackId;
import brume.json.Json;
import brume.service.Call;
import brume.service.ResourceType;

/// A type of CloudFormation's own, which is told of which stack a resource is when it goes.
public interface OwnType extends ResourceType {
  /// @param token the same whenever the same step is tried
  record Place(StackId stack, String logicalId, String token) {}

  void delete(Call call, Place place, Resource current, Json.Obj properties);

  @Override
  default void delete(Call call, Resource current, Json.Obj properties) {
    throw new IllegalStateException(name() + " is deleted with its place");
  }

  /// Whether any property is its own to understand.
  default boolean honoursAll() {
    return false;
  }
}
