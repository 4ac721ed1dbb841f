package brume.cloudformation.deploy;

import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Deletes resources of a stack, each before those that it needs.
final class Removing {
  /// What is deleted.
  enum Extent {
    /// Everything.
    ALL,
    /// What the stack no longer wants, after an update.
    UNWANTED,
    /// What came with an update that was rolled back.
    NEW
  }

  private final Work work;
  private final Extent extent;
  private final StackStatus status;
  private final Set<String> wanted;

  Removing(Work work, Extent extent) {
    this.work = work;
    this.extent = extent;
    this.status = work.read(StackView::status);
    this.wanted = extent == Extent.UNWANTED ? wanted(work) : Set.of();
  }

  private static Set<String> wanted(Work work) {
    Revision revision = work.wanted();
    var evaluator = work.evaluator(revision, work.world());
    var wanted = new HashSet<String>();
    for (var spec : revision.template().resources().values()) {
      if (evaluator.holds(spec.condition())) {
        wanted.add(spec.logicalId());
      }
    }
    return wanted;
  }

  void run() throws InterruptedException {
    work.change(
        change -> {
          var deployment = change.deployment();
          if (deployment != null && work.isOf(deployment)) {
            change.put(deployment.outOfTrouble());
          }
          return change.id();
        });
    if (extent == Extent.ALL) {
      new Interrupted(work).settle();
    }
    var step = new RemoveStep(work, status);
    Graph.run(
        Graph.reversed(needs()),
        logicalId -> {
          var resource = Objects.requireNonNull(work.readOrNull(view -> view.resource(logicalId)));
          boolean removed = step.take(resource, due(resource), leaves(resource));
          return removed || extent != Extent.ALL;
        },
        () -> work.isOf(work.readOrNull(StackView::deployment)));
    new Endings(work).afterRemoval(status);
  }

  /// Whether the resource leaves the stack as a whole.
  private boolean leaves(LogicalResource resource) {
    return switch (extent) {
      case ALL -> true;
      case UNWANTED -> !wanted.contains(resource.id());
      case NEW -> resource.fresh();
    };
  }

  /// The instances that are to be deleted.
  private List<Instance> due(LogicalResource resource) {
    var due = new ArrayList<>(resource.replaced());
    var current = resource.current();
    if (current != null && leaves(resource)) {
      due.add(current);
    }
    return due;
  }

  private Map<String, Set<String>> needs() {
    var needs = new LinkedHashMap<String, Set<String>>();
    for (var resource : work.read(StackView::resources)) {
      var due = due(resource);
      if (!due.isEmpty() || (leaves(resource) && !resource.status().isGone())) {
        var needed = new HashSet<String>();
        due.forEach(instance -> needed.addAll(instance.needs()));
        needs.put(resource.id(), needed);
      }
    }
    return needs;
  }
}
