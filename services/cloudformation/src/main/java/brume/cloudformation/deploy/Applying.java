package brume.cloudformation.deploy;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackStatus;
import brume.cloudformation.template.Dependencies;
import brume.cloudformation.template.TemplateException;
import brume.model.cloudformation.Output;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the stack what its revision wants, as far as that needs no deletion.
final class Applying {
  private final Work work;
  private final Revision revision;

  Applying(Work work) {
    this.work = work;
    this.revision = work.wanted();
  }

  void run() throws InterruptedException {
    var step = new ApplyStep(work, revision);
    Graph.run(needs(), step::take, work::goesOn);
    if (work.goesOn()) {
      succeed();
    }
    if (work.goesOn()) {
      return;
    }
    new Interrupted(work).settle();
    work.change(
        change -> {
          var deployment = change.deployment();
          if (deployment != null && work.isOf(deployment) && deployment.trouble() != null) {
            fail(change, deployment, deployment.trouble());
          }
          return change.id();
        });
  }

  /// The resources that exist, each with those of them that it needs.
  private Map<String, Set<String>> needs() {
    var evaluator = work.evaluator(revision, work.world());
    var all = Dependencies.of(revision.template());
    var needs = new LinkedHashMap<String, Set<String>>();
    all.of()
        .forEach(
            (id, needed) -> {
              var spec = Objects.requireNonNull(revision.template().resources().get(id));
              if (evaluator.holds(spec.condition())) {
                needs.put(id, new HashSet<>(needed));
              }
            });
    needs.values().forEach(needed -> needed.retainAll(needs.keySet()));
    return needs;
  }

  private void succeed() {
    var world = work.world();
    List<Output> outputs;
    Set<String> imports;
    try {
      outputs = outputs(world);
      imports = imports(work, revision);
    } catch (TemplateException e) {
      trouble(String.valueOf(e.getMessage()));
      return;
    }
    var exports = new LinkedHashMap<String, String>();
    for (var output : outputs) {
      if (output.exportName() != null) {
        exports.put(output.exportName(), String.valueOf(output.outputValue()));
      }
    }
    work.change(
        change -> {
          if (!work.goesOn(change.deployment())) {
            return change.id();
          }
          var conflict = Exports.publish(change, exports);
          if (conflict != null) {
            work.trouble(change, conflict);
            return change.id();
          }
          Exports.keepImports(change, imports);
          var stack = change.stack().toBuilder().outputs(outputs).build();
          if (StackStatus.of(stack) == StackStatus.CREATE_IN_PROGRESS) {
            change.resources().forEach(resource -> change.put(resource.settled()));
            change.put(stack, StackStatus.CREATE_COMPLETE, null);
          } else {
            change.put(stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, null);
          }
          return change.id();
        });
  }

  private void trouble(String why) {
    work.change(
        change -> {
          work.trouble(change, why);
          return change.id();
        });
  }

  private List<Output> outputs(World world) {
    var evaluator = work.evaluator(revision, world);
    var outputs = new ArrayList<Output>();
    for (var spec : revision.template().outputs().values()) {
      if (!evaluator.holds(spec.condition())) {
        continue;
      }
      var value = evaluator.resolve(spec.value());
      var text = value == null ? null : value.text();
      if (text == null) {
        throw new TemplateException(
            "Template format error: Output "
                + spec.name()
                + " is malformed. The Value field of every Outputs member must evaluate to a String.");
      }
      var export = spec.exportName() == null ? null : evaluator.resolve(spec.exportName());
      outputs.add(
          Output.builder()
              .outputKey(spec.name())
              .outputValue(text)
              .description(spec.description())
              .exportName(export == null ? null : export.text())
              .build());
    }
    return outputs;
  }

  /// The names of all exports that a revision needs.
  static Set<String> imports(Work work, Revision revision) {
    var world = work.world();
    var evaluator = work.evaluator(revision, world);
    for (var spec : revision.template().resources().values()) {
      if (evaluator.holds(spec.condition())) {
        evaluator.properties(spec);
      }
    }
    for (var spec : revision.template().outputs().values()) {
      if (evaluator.holds(spec.condition())) {
        evaluator.resolve(spec.value());
      }
    }
    return world.imported();
  }

  private static void fail(StackChange change, Deployment deployment, @Nullable String trouble) {
    var stack = change.stack();
    boolean ofResources = Failure.OF_RESOURCES.equals(trouble);
    var reason = ofResources ? Failure.summary(change.resources()) : trouble + ". ";
    boolean isUpdate = StackStatus.of(stack) == StackStatus.UPDATE_IN_PROGRESS;
    boolean hasBefore = change.settled() != null;
    switch (deployment.onFailure()) {
      case DO_NOTHING ->
          change.put(
              stack, isUpdate ? StackStatus.UPDATE_FAILED : StackStatus.CREATE_FAILED, reason);
      case ROLLBACK -> {
        if (isUpdate && hasBefore) {
          change.put(
              stack,
              StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
              ofResources ? reason : String.valueOf(trouble));
        } else {
          change.put(
              stack, StackStatus.ROLLBACK_IN_PROGRESS, reason + "Rollback requested by user.");
        }
      }
      case DELETE ->
          change.put(stack, StackStatus.DELETE_IN_PROGRESS, reason + "Delete requested by user.");
    }
    change.put(deployment.outOfTrouble());
  }
}
