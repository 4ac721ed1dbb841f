package brume.cloudformation.preview;

import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.template.Dependencies;
import brume.cloudformation.template.Evaluator;
import brume.cloudformation.template.PseudoParameters;
import brume.cloudformation.template.ResourceSpec;
import brume.cloudformation.template.ResourceSpec.Fate;
import brume.cloudformation.template.TemplateException;
import brume.cloudformation.type.Types;
import brume.json.Json;
import brume.model.cloudformation.Change;
import brume.model.cloudformation.Output;
import brume.model.cloudformation.ResourceChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What becomes of a stack when a revision is applied to it.
public final class Preview {
  private final Types types;
  private final Revision revision;
  private final @Nullable Revision before;
  private final Map<String, LogicalResource> there = new LinkedHashMap<>();
  private final Foresight foresight;
  private final Evaluator evaluator;
  private final Shown shown;
  private final List<ResourceChange> changes = new ArrayList<>();

  private Preview(
      Types types,
      Foresight foresight,
      PseudoParameters pseudo,
      Revision revision,
      @Nullable Revision before,
      List<LogicalResource> resources) {
    this.types = types;
    this.revision = revision;
    this.before = before;
    resources.stream()
        .filter(resource -> !resource.status().isGone())
        .forEach(resource -> there.put(resource.id(), resource));
    this.shown = Shown.of(revision, before);
    this.foresight = foresight;
    this.evaluator = new Evaluator(revision.template(), revision.parameters(), pseudo, foresight);
  }

  /// @param before what the stack wants until now
  /// @param resources what it has
  public static Preview of(
      Types types,
      Foresight foresight,
      PseudoParameters pseudo,
      Revision revision,
      @Nullable Revision before,
      List<LogicalResource> resources) {
    var preview = new Preview(types, foresight, pseudo, revision, before, resources);
    preview.compare();
    return preview;
  }

  /// Throws [TemplateException] when the type of a resource is another one.
  private void compare() {
    var wanted = new HashSet<String>();
    for (var logicalId : Dependencies.of(revision.template()).order()) {
      var spec = Objects.requireNonNull(revision.template().resources().get(logicalId));
      if (evaluator.holds(spec.condition())) {
        wanted.add(logicalId);
        compare(spec, there.get(logicalId));
      }
    }
    for (var resource : there.values()) {
      if (!wanted.contains(resource.id())) {
        changes.add(removal(resource));
      }
    }
  }

  private void compare(ResourceSpec spec, @Nullable LogicalResource resource) {
    var current = resource == null ? null : resource.current();
    if (resource == null || current == null) {
      foresight.make(spec.logicalId());
      changes.add(
          ResourceChange.builder()
              .afterContext(shown.context(properties(spec)))
              .action("Add")
              .logicalResourceId(spec.logicalId())
              .resourceType(spec.type())
              .scope(List.of())
              .details(List.of())
              .build());
      return;
    }
    if (!resource.type().equals(spec.type())) {
      throw new TemplateException(
          "Update of resource type is not permitted. The new template modifies resource type of the following resources: ["
              + spec.logicalId()
              + "]");
    }
    var properties = properties(spec);
    var difference = difference(spec, resource, current, properties);
    if (!difference.isNone() || resource.attempt() != null) {
      if (difference.replaces()) {
        foresight.make(spec.logicalId());
      }
      changes.add(
          difference.describe(resource, shown).toBuilder()
              .beforeContext(shown.context(current.properties()))
              .afterContext(shown.context(properties))
              .build());
    }
  }

  private Json.Obj properties(ResourceSpec spec) {
    try {
      return evaluator.properties(spec);
    } catch (TemplateException _) {
      // A function that takes apart what is not known yet: all that it may change, changes.
      return unknown(spec.properties());
    }
  }

  private Difference difference(
      ResourceSpec spec, LogicalResource resource, Instance current, Json.Obj properties) {
    var type = types.get(spec.type());
    return Difference.of(
        type,
        current,
        properties,
        Types.isTaggable(type) ? revision.tags() : Map.of(),
        attributes(spec, resource));
  }

  private static Json.Obj unknown(Json.Obj properties) {
    var unknown = new LinkedHashMap<String, Json>();
    properties.fields().keySet().forEach(name -> unknown.put(name, Json.of(Foresight.LATER)));
    return new Json.Obj(unknown);
  }

  /// The attributes of the resource in its template, beside its properties, that change.
  private List<String> attributes(ResourceSpec spec, LogicalResource resource) {
    var changed = new ArrayList<String>();
    var old = before == null ? null : before.template().resources().get(spec.logicalId());
    if (old != null && !old.metadata().equals(spec.metadata())) {
      changed.add("Metadata");
    }
    if (resource.deletionPolicy() != spec.deletionPolicy()) {
      changed.add("DeletionPolicy");
    }
    if (resource.updateReplacePolicy() != spec.updateReplacePolicy()) {
      changed.add("UpdateReplacePolicy");
    }
    return changed;
  }

  private ResourceChange removal(LogicalResource resource) {
    var current = resource.current();
    return ResourceChange.builder()
        .action("Remove")
        .beforeContext(current == null ? null : shown.context(current.properties()))
        .logicalResourceId(resource.id())
        .physicalResourceId(resource.physicalId())
        .resourceType(resource.type())
        .policyAction(resource.deletionPolicy() == Fate.DELETE ? "Delete" : "Retain")
        .scope(List.of())
        .details(List.of())
        .build();
  }

  public List<Change> changes() {
    return changes.stream()
        .map(change -> Change.builder().type("Resource").resourceChange(change).build())
        .toList();
  }

  /// Whether applying the revision would do nothing at all.
  ///
  /// @param outputs that the stack has
  public boolean isEmpty(List<Output> outputs) {
    return changes.isEmpty()
        && before != null
        && before.tags().equals(revision.tags())
        && Objects.equals(before.template().description(), revision.template().description())
        && outputs().equals(shown(outputs));
  }

  private Map<String, List<String>> outputs() {
    var values = new LinkedHashMap<String, List<String>>();
    for (var spec : revision.template().outputs().values()) {
      if (evaluator.holds(spec.condition())) {
        var export = spec.exportName() == null ? null : evaluator.resolve(spec.exportName());
        values.put(
            spec.name(),
            List.of(
                String.valueOf(text(evaluator.resolve(spec.value()))),
                String.valueOf(spec.description()),
                String.valueOf(text(export))));
      }
    }
    return values;
  }

  private static @Nullable String text(@Nullable Json value) {
    return value == null ? null : value.text();
  }

  private static Map<String, List<String>> shown(List<Output> outputs) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var output : outputs) {
      values.put(
          String.valueOf(output.outputKey()),
          List.of(
              String.valueOf(output.outputValue()),
              String.valueOf(output.description()),
              String.valueOf(output.exportName())));
    }
    return values;
  }
}
