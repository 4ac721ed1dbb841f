package brume.cloudformation.preview;

import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.json.Json;
import brume.model.cloudformation.ResourceChange;
import brume.model.cloudformation.ResourceChangeDetail;
import brume.model.cloudformation.ResourceTargetDefinition;
import brume.service.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// In what a resource differs from what is wanted of it.
///
/// @param attributes of the template beside the properties, such as `DeletionPolicy`
record Difference(List<Property> properties, boolean tags, List<String> attributes) {

  /// @param createOnly whether its change needs a new resource
  /// @param known whether the value is known before the change is made
  record Property(String name, boolean createOnly, boolean known) {}

  static Difference of(
      ResourceType type,
      Instance current,
      Json.Obj wanted,
      Map<String, String> stackTags,
      List<String> attributes) {
    var names = new TreeSet<>(current.properties().fields().keySet());
    names.addAll(wanted.fields().keySet());
    var changed = new ArrayList<Property>();
    for (var name : names) {
      var after = wanted.get(name);
      if (!Objects.equals(current.properties().get(name), after)) {
        changed.add(new Property(name, type.createOnly().contains(name), Foresight.isKnown(after)));
      }
    }
    return new Difference(changed, !current.tags().equals(stackTags), attributes);
  }

  boolean isNone() {
    return properties.isEmpty() && !tags && attributes.isEmpty();
  }

  /// Whether there may be a new resource.
  boolean replaces() {
    return properties.stream().anyMatch(Property::createOnly);
  }

  private String replacement() {
    boolean isCertain =
        properties.stream().anyMatch(property -> property.createOnly() && property.known());
    return isCertain ? "True" : replaces() ? "Conditional" : "False";
  }

  ResourceChange describe(LogicalResource resource) {
    var scope = new ArrayList<String>();
    var details = new ArrayList<ResourceChangeDetail>();
    if (!properties.isEmpty()) {
      scope.add("Properties");
    }
    for (var property : properties) {
      details.add(
          detail(
              "Properties",
              property.name(),
              property.createOnly() ? (property.known() ? "Always" : "Conditionally") : "Never",
              property.known()));
    }
    if (tags) {
      scope.add("Tags");
      details.add(detail("Tags", null, "Never", true));
    }
    for (var attribute : attributes) {
      scope.add(attribute);
      details.add(detail(attribute, null, "Never", true));
    }
    return ResourceChange.builder()
        .action("Modify")
        .logicalResourceId(resource.id())
        .physicalResourceId(resource.physicalId())
        .resourceType(resource.type())
        .replacement(replacement())
        .scope(scope)
        .details(details)
        .build();
  }

  private static ResourceChangeDetail detail(
      String attribute,
      @org.jspecify.annotations.Nullable String name,
      String requiresRecreation,
      boolean known) {
    return ResourceChangeDetail.builder()
        .target(
            ResourceTargetDefinition.builder()
                .attribute(attribute)
                .name(name)
                .requiresRecreation(requiresRecreation)
                .build())
        .evaluation(known ? "Static" : "Dynamic")
        .changeSource(known ? "DirectModification" : "ResourceReference")
        .build();
  }
}
