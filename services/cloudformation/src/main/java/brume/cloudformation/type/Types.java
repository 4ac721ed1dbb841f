package brume.cloudformation.type;

import brume.service.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All types of resources by name.
public final class Types {
  private static final String CUSTOM = "Custom::";
  private static final String CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";

  private final Supplier<List<ResourceType>> ofServices;
  private final Function<String, ResourceType> custom;
  private volatile @Nullable Map<String, ResourceType> byName;

  /// @param ofServices asked once, when the first template is read: by then all services are there
  /// @param custom the type of custom resources of a name
  public Types(Supplier<List<ResourceType>> ofServices, Function<String, ResourceType> custom) {
    this.ofServices = ofServices;
    this.custom = custom;
  }

  public @Nullable ResourceType find(String name) {
    if (name.equals(CUSTOM_RESOURCE) || isCustom(name)) {
      return custom.apply(name);
    }
    var all = byName;
    if (all == null) {
      all = new LinkedHashMap<>();
      var ofCdk = new CdkMetadata();
      all.put(ofCdk.name(), ofCdk);
      for (var type : ofServices.get()) {
        all.put(type.name(), type);
      }
      byName = all;
    }
    return all.get(name);
  }

  /// Source: CloudFormation template reference, "AWS::CloudFormation::CustomResource".
  private static boolean isCustom(String name) {
    return name.startsWith(CUSTOM)
        && name.substring(CUSTOM.length()).matches("[A-Za-z0-9_@-]{1,52}");
  }

  /// The type of a resource that a stack has.
  public ResourceType get(String name) {
    var type = find(name);
    if (type == null) {
      throw new IllegalStateException("A stack has a resource of a type that is gone: " + name);
    }
    return type;
  }

  public static boolean honours(ResourceType type, String property) {
    return (type instanceof OwnType own && own.honoursAll())
        || type.properties().contains(property);
  }

  /// Whether resources of the type get the tags of their stack.
  public static boolean isTaggable(ResourceType type) {
    return type.properties().contains("Tags");
  }

  /// Why a resource with that property is refused.
  public static String unsupported(String logicalId, ResourceType type, String property) {
    return "Encountered unsupported property %s of resource %s (%s)"
        .formatted(property, logicalId, type.name());
  }
}
