package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of the transform: what it reads and what it has made so far.
public final class Expansion {
  private final Map<String, SamResource> sources;
  private final ParameterRefs parameters;
  private final Map<String, Json.Obj> made = new LinkedHashMap<>();
  private final Map<String, String> references = new LinkedHashMap<>();
  private final Map<String, Json> conditions = new LinkedHashMap<>();
  private final Map<String, Routes> routes = new LinkedHashMap<>();

  public Expansion(Map<String, SamResource> sources, ParameterRefs parameters) {
    this.sources = sources;
    this.parameters = parameters;
  }

  public ParameterRefs parameters() {
    return parameters;
  }

  public Map<String, Json.Obj> made() {
    return made;
  }

  public @Nullable SamResource source(String logicalId) {
    return sources.get(logicalId);
  }

  /// The routes that functions' events add to an API.
  public Routes routes(String api) {
    return routes.computeIfAbsent(api, _ -> new Routes());
  }

  public void add(Draft draft) {
    made.put(draft.logicalId(), draft.build());
  }

  public void keep(SamResource resource) {
    made.put(resource.logicalId(), resource.members());
  }

  /// Changes a resource that is not of SAM, such as the bucket that an event comes from.
  public void replace(String logicalId, Json.Obj members) {
    made.put(logicalId, members);
  }

  /// Adds a condition to the template.
  public void condition(String name, Json.Obj condition) {
    conditions.put(name, condition);
  }

  public Map<String, Json> conditions() {
    return conditions;
  }

  /// Lets templates say `name`, such as `Function.Version`, for the logical id made.
  public void name(String name, String logicalId) {
    references.put(name, logicalId);
  }

  public Map<String, String> references() {
    return references;
  }
}
