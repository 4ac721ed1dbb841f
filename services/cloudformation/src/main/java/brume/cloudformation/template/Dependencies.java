package brume.cloudformation.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which resources each resource of a template needs before it.
///
/// @param of the logical ids needed, directly, by each logical id; in the template's order
public record Dependencies(Map<String, Set<String>> of) {
  public Dependencies {
    of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
  }

  /// Throws [TemplateException] with AWS's text for names that do not exist and for cycles.
  public static Dependencies of(Template template) {
    ReferenceCheck.check(template);
    var needs = new LinkedHashMap<String, Set<String>>();
    for (var resource : template.resources().values()) {
      var needed = new LinkedHashSet<>(resource.dependsOn());
      needed.addAll(References.in(resource.properties()).all());
      needed.retainAll(template.resources().keySet());
      needs.put(resource.logicalId(), needed);
    }
    refuseCycles(needs);
    return new Dependencies(needs);
  }

  private static void refuseCycles(Map<String, Set<String>> needs) {
    var left = copy(needs);
    trim(left);
    var reversed = reverse(left);
    trim(reversed);
    if (!reversed.isEmpty()) {
      throw new TemplateException(
          "Circular dependency between resources: ["
              + String.join(", ", new TreeSet<>(reversed.keySet()))
              + "]");
    }
  }

  /// Takes away, again and again, what needs nothing that is left.
  private static void trim(Map<String, Set<String>> needs) {
    boolean changed = true;
    while (changed) {
      changed = needs.values().removeIf(Set::isEmpty);
      for (var needed : needs.values()) {
        needed.retainAll(needs.keySet());
      }
    }
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> needs) {
    var copy = new LinkedHashMap<String, Set<String>>();
    needs.forEach((id, needed) -> copy.put(id, new LinkedHashSet<>(needed)));
    return copy;
  }

  private static Map<String, Set<String>> reverse(Map<String, Set<String>> needs) {
    var reversed = new LinkedHashMap<String, Set<String>>();
    needs.keySet().forEach(id -> reversed.put(id, new LinkedHashSet<>()));
    needs.forEach(
        (id, needed) ->
            needed.forEach(
                other -> reversed.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(id)));
    return reversed;
  }

  /// All resources, each after those it needs.
  public List<String> order() {
    var order = new LinkedHashSet<String>();
    of.keySet().forEach(id -> visit(id, order));
    return new ArrayList<>(order);
  }

  private void visit(String id, Set<String> order) {
    if (!order.contains(id)) {
      of.getOrDefault(id, Set.of()).forEach(needed -> visit(needed, order));
      order.add(id);
    }
  }
}
