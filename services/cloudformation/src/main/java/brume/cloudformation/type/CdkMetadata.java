package brume.cloudformation.type;

import brume.json.Json;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.Set;

/// `AWS::CDK::Metadata`, which CDK writes into templates to say of what they were made. It is
/// nothing but its place in the template, on AWS as here.
final class CdkMetadata implements ResourceType {
  private static final int MAX_NAME = 255;

  @Override
  public String name() {
    return "AWS::CDK::Metadata";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Analytics", "Modules");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    return Resource.of(request.generatedName(MAX_NAME));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    // There is nothing beside its place in the stack.
  }
}
