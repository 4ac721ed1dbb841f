package brume.cloudformation.deploy;

import static brume.cloudformation.stack.ResourceStatus.UPDATE_COMPLETE;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_IN_PROGRESS;

import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.StackStatus;
import brume.service.ResourceType.Resource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Makes the resources of a stack again what they were when it was settled; what is new is deleted
/// afterwards.
final class Restoring {
  private final Work work;

  Restoring(Work work) {
    this.work = work;
  }

  void run() throws InterruptedException {
    new Interrupted(work).settle();
    Graph.run(needs(), this::restore, work::goesOn);
    work.change(
        change -> {
          var deployment = change.deployment();
          if (deployment == null || !work.isOf(deployment)) {
            return change.id();
          }
          if (deployment.trouble() == null) {
            change.put(
                change.stack(), StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, null);
          } else {
            change.put(deployment.outOfTrouble());
            change.put(
                change.stack(),
                StackStatus.UPDATE_ROLLBACK_FAILED,
                Failure.summary(change.resources().stream().filter(Restoring::isOwed).toList()));
          }
          return change.id();
        });
  }

  /// What has something to go back to, or failed before anything was changed.
  private static boolean isOwed(LogicalResource resource) {
    return resource.previous() != null || (!resource.fresh() && resource.status() == UPDATE_FAILED);
  }

  private Map<String, Set<String>> needs() {
    var needs = new LinkedHashMap<String, Set<String>>();
    for (var resource : work.read(StackView::resources)) {
      if (isOwed(resource)) {
        var previous = resource.previous();
        needs.put(
            resource.id(), new HashSet<>(previous == null ? Set.<String>of() : previous.needs()));
      }
    }
    needs.values().forEach(needed -> needed.retainAll(needs.keySet()));
    return needs;
  }

  private boolean restore(String logicalId) {
    var resource = Objects.requireNonNull(work.readOrNull(view -> view.resource(logicalId)));
    var previous = resource.previous();
    var deployment = work.readOrNull(StackView::deployment);
    if (previous == null || !resource.wasChangedInPlace() || isPassedOver(deployment, resource)) {
      return restored(
          resource, previous == null ? Objects.requireNonNull(resource.current()) : previous);
    }
    work.change(
        change -> {
          var begun = resource.with(UPDATE_IN_PROGRESS, null, change.now());
          change.put(begun);
          change.tell(begun, begun.physicalId());
          return begun;
        });
    var tried = work.attempt(resource, () -> update(resource, previous));
    var made = tried.result();
    if (made != null) {
      return restored(
          resource, new Instance(made, previous.properties(), previous.tags(), previous.needs()));
    }
    return work.change(
        change -> {
          var failed = resource.with(UPDATE_FAILED, tried.failure(), change.now());
          change.put(failed);
          change.tell(failed, failed.physicalId());
          work.trouble(change, Failure.OF_RESOURCES);
          return false;
        });
  }

  private static boolean isPassedOver(
      @org.jspecify.annotations.Nullable Deployment deployment, LogicalResource resource) {
    return deployment != null && deployment.leftAlone().contains(resource.id());
  }

  private Resource update(LogicalResource resource, Instance previous) {
    var current = Objects.requireNonNull(resource.current());
    var failed = resource.attempt();
    var before =
        failed == null || failed.replacement() ? current.properties() : failed.properties();
    var request =
        work.request(
            resource, work.token(resource, "restore"), previous.properties(), previous.tags());
    return work.types()
        .get(resource.type())
        .update(work.call(), current.resource(), before, request);
  }

  private boolean restored(LogicalResource resource, Instance again) {
    return work.change(
        change -> {
          var restored = resource.restored(again).with(UPDATE_COMPLETE, null, change.now());
          change.put(restored);
          change.tell(restored, restored.physicalId());
          return true;
        });
  }
}
