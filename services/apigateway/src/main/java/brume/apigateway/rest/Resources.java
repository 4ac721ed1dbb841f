package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;
import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;

import brume.model.apigateway.Method;
import brume.model.apigateway.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules of the tree of resources.
///
/// Source: API Gateway Developer Guide, "Set up API resources"; API reference, "CreateResource".
public final class Resources {
  private static final Pattern PART =
      Pattern.compile("[a-zA-Z0-9._\\-:$@!+,;=~%*()&']+|\\{[a-zA-Z0-9._\\-:]+\\+?}");

  private Resources() {}

  public static Map<String, Method> methods(Resource resource) {
    var methods = resource.resourceMethods();
    return methods == null ? Map.of() : methods;
  }

  public static String id(Resource resource) {
    return Objects.requireNonNull(resource.id());
  }

  public static String path(Resource resource) {
    return Objects.requireNonNull(resource.path());
  }

  public static Resource root(String id) {
    return Resource.builder().id(id).path("/").build();
  }

  /// A child of `parent`, which must fit among its other children.
  public static Resource child(Resource parent, String part, String id, List<Resource> all) {
    check(parent, part, null, all);
    return Resource.builder()
        .id(id)
        .parentId(id(parent))
        .pathPart(part)
        .path(joined(parent, part))
        .build();
  }

  private static String joined(Resource parent, String part) {
    var path = path(parent);
    return path.endsWith("/") ? path + part : path + '/' + part;
  }

  /// Throws the refusal of a part that is malformed or does not fit among its siblings.
  ///
  /// @param self the id of the resource that gets the part; null for a new one
  private static void check(
      Resource parent, String part, @Nullable String self, List<Resource> all) {
    if (!PART.matcher(part).matches()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly"
              + " braces at the beginning and the end.");
    }
    if (isGreedy(parent.pathPart())) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Cannot create a child of a resource with a greedy path variable: " + parent.pathPart());
    }
    for (var other : all) {
      if (!id(parent).equals(other.parentId()) || id(other).equals(self)) {
        continue;
      }
      var taken = Objects.requireNonNull(other.pathPart());
      if (taken.equals(part)) {
        throw CONFLICT_EXCEPTION.because(
            "Another resource with the same parent already has this name: " + part);
      }
      if (isVariable(taken) && isVariable(part)) {
        throw BAD_REQUEST_EXCEPTION.because(
            "A sibling ("
                + taken
                + ") of this resource already has a variable path part -- only one is allowed");
      }
    }
  }

  private static boolean isVariable(String part) {
    return part.startsWith("{") && part.endsWith("}");
  }

  private static boolean isGreedy(@Nullable String part) {
    return part != null && part.endsWith("+}");
  }

  /// The resource and all below it.
  public static List<Resource> branch(Resource top, List<Resource> all) {
    var branch = new ArrayList<Resource>();
    branch.add(top);
    for (int i = 0; i < branch.size(); i++) {
      var parent = id(branch.get(i));
      all.stream().filter(each -> parent.equals(each.parentId())).forEach(branch::add);
    }
    return branch;
  }

  /// The branch of `moved` as it is under another parent and with another part, its paths written
  /// anew.
  public static List<Resource> moved(
      Resource moved, Resource parent, String part, List<Resource> all) {
    check(parent, part, id(moved), all);
    var branch = branch(moved, all);
    if (branch.stream().anyMatch(each -> id(each).equals(id(parent)))) {
      throw BAD_REQUEST_EXCEPTION.because("A resource cannot be moved below itself");
    }
    var changed = new HashMap<String, Resource>();
    var result = new ArrayList<Resource>();
    for (var each : branch) {
      var above =
          id(each).equals(id(moved))
              ? parent
              : Objects.requireNonNull(changed.get(each.parentId()));
      var own = id(each).equals(id(moved)) ? part : Objects.requireNonNull(each.pathPart());
      var written =
          each.toBuilder().parentId(id(above)).pathPart(own).path(joined(above, own)).build();
      changed.put(id(each), written);
      result.add(written);
    }
    return result;
  }
}
