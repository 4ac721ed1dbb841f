package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Routes;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The conditions under which an API and its paths exist, when all their routes have one.
///
/// @param api null when the API always exists
/// @param paths those of the paths that do not always exist
record RouteConditions(@Nullable String api, Map<String, String> paths) {
  static RouteConditions of(Expansion expansion, String api) {
    var byPath = new TreeMap<String, Set<String>>();
    var all = new TreeSet<String>();
    for (var route : expansion.routes(api).all()) {
      var condition = route.condition() == null ? "" : route.condition();
      byPath.computeIfAbsent(route.path(), _ -> new TreeSet<>()).add(condition);
      all.add(condition);
    }
    var paths = new LinkedHashMap<String, String>();
    byPath.forEach(
        (path, conditions) -> {
          var combined = combined(expansion, pathName(api, path), conditions);
          if (combined != null) {
            paths.put(path, combined);
          }
        });
    return new RouteConditions(
        isImplicit(api) ? combined(expansion, api + "Condition", all) : null, paths);
  }

  /// An API that only events imply exists as long, and under the conditions, as their functions.
  static SamResource applied(Expansion expansion, SamResource api) {
    if (!isImplicit(api.logicalId())) {
      return api;
    }
    var members = api.members();
    for (var attribute : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      var fate = expansion.routes(api.logicalId()).fate(attribute);
      members = fate == null ? members : members.with(attribute, fate);
    }
    var condition = of(expansion, api.logicalId()).api;
    members = condition == null ? members : members.with("Condition", Json.of(condition));
    return new SamResource(api.logicalId(), api.type(), api.properties(), members);
  }

  private static boolean isImplicit(String api) {
    return api.equals(Routes.IMPLICIT_REST) || api.equals(Routes.IMPLICIT_HTTP);
  }

  private static String pathName(String api, String path) {
    return api + path.replace("/", "SLASH").replace("{", "OB").replace("}", "CB") + "PathCondition";
  }

  private static @Nullable String combined(
      Expansion expansion, String name, Set<String> conditions) {
    if (conditions.isEmpty() || conditions.contains("")) {
      return null;
    }
    if (conditions.size() == 1) {
      return conditions.iterator().next();
    }
    var any = conditions.stream().map(c -> (Json) Json.object("Condition", Json.of(c))).toList();
    expansion.condition(name, Json.object("Fn::Or", new Json.Arr(any)));
    return name;
  }
}
