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
import org.jspecify.annotations.Nullable;

/// In what a resource differs from what is wanted of it.
///
/// @param attributes of the template beside the properties, such as `DeletionPolicy`
record Difference(List<Property> properties, boolean tags, List<String> attributes) {

  /// @param createOnly whether its change needs a new resource
  /// @param known whether the value is known before the change is made
  record Property(
      String name,
      boolean createOnly,
      boolean known,
      @Nullable Json before,
      @Nullable Json after) {}

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
      var before = current.properties().get(name);
      if (!Objects.equals(before, after)) {
        changed.add(
            new Property(
                name, type.createOnly().contains(name), Foresight.isKnown(after), before, after));
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

  ResourceChange describe(LogicalResource resource, Shown shown) {
    var scope = new ArrayList<String>();
    var details = new ArrayList<ResourceChangeDetail>();
    if (!properties.isEmpty()) {
      scope.add("Properties");
    }
    for (var property : properties) {
      details.add(detail(property, shown));
    }
    if (tags) {
      scope.add("Tags");
      details.add(detail("Tags"));
    }
    for (var attribute : attributes) {
      scope.add(attribute);
      details.add(detail(attribute));
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

  private static ResourceChangeDetail detail(Property property, Shown shown) {
    var target =
        ResourceTargetDefinition.builder()
            .attribute("Properties")
            .name(property.name())
            .path("/Properties/" + property.name())
            .attributeChangeType(
                property.before() == null ? "Add" : property.after() == null ? "Remove" : "Modify")
            .beforeValue(shown.value(property.before()))
            .afterValue(shown.value(property.after()))
            .requiresRecreation(
                property.createOnly() ? (property.known() ? "Always" : "Conditionally") : "Never")
            .build();
    return ResourceChangeDetail.builder()
        .target(target)
        .evaluation(property.known() ? "Static" : "Dynamic")
        .changeSource(property.known() ? "DirectModification" : "ResourceReference")
        .build();
  }

  private static ResourceChangeDetail detail(String attribute) {
    return ResourceChangeDetail.builder()
        .target(
            ResourceTargetDefinition.builder()
                .attribute(attribute)
                .requiresRecreation("Never")
                .build())
        .evaluation("Static")
        .changeSource("DirectModification")
        .build();
  }
}
