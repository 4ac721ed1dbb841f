package brume.lambda.resource;

import brume.json.Json;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.Set;

/// A type of resource that never changes: another value of any property makes another one.
abstract class Published implements ResourceType {
  @Override
  public final Set<String> createOnly() {
    return properties();
  }

  @Override
  public final Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }
}
