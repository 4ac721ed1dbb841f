package brume.apigateway.openapi;

import brume.apigateway.rest.Resources;
import brume.base.Ids;
import brume.model.apigateway.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Grows the tree of resources by paths.
final class PathBuilder {
  private static final int ID_CHARS = 6;

  private final Map<String, Resource> byPath = new LinkedHashMap<>();
  private final Ids ids;

  PathBuilder(List<Resource> resources, Ids ids) {
    resources.forEach(this::put);
    this.ids = ids;
  }

  void put(Resource resource) {
    byPath.put(Resources.path(resource), resource);
  }

  /// The resource of a path, made with those above it where they are missing.
  Resource at(String path) {
    var known = byPath.get(path);
    if (known != null) {
      return known;
    }
    var trimmed =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!trimmed.equals(path)) {
      return at(trimmed);
    }
    int slash = path.lastIndexOf('/');
    var parent = at(slash <= 0 ? "/" : path.substring(0, slash));
    var child = Resources.child(parent, path.substring(slash + 1), ids.lower(ID_CHARS), all());
    put(child);
    return child;
  }

  List<Resource> all() {
    return List.copyOf(byPath.values());
  }
}
