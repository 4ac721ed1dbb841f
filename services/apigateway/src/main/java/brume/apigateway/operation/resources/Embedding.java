package brume.apigateway.operation.resources;

import brume.model.apigateway.Method;
import brume.model.apigateway.Resource;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much of a resource's methods a listing shows: their names, or all of them.
enum Embedding {
  NAMES,
  METHODS;

  private static final Method NAMED = Method.builder().build();

  static Embedding of(@Nullable List<String> embed) {
    return embed != null && embed.contains("methods") ? METHODS : NAMES;
  }

  Resource show(Resource resource) {
    if (this == METHODS || resource.resourceMethods() == null) {
      return resource;
    }
    var names = new TreeMap<String, Method>();
    resource.resourceMethods().keySet().forEach(verb -> names.put(verb, NAMED));
    return resource.toBuilder().resourceMethods(names).build();
  }
}
