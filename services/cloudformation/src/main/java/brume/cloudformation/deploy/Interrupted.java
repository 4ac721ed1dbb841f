package brume.cloudformation.deploy;

import static brume.cloudformation.stack.ResourceStatus.CREATE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.CREATE_IN_PROGRESS;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_IN_PROGRESS;

import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Attempt;
import brume.cloudformation.stack.LogicalResource;
import brume.service.ResourceType.Resource;

/// Creations that a crash interrupted and that nobody wants any more. They are tried once again,
/// because only so it is known what there is to delete.
record Interrupted(Work work) {
  void settle() {
    for (var resource : work.read(StackView::resources)) {
      var attempt = resource.attempt();
      if (attempt != null && isCreation(resource, attempt)) {
        settle(resource, attempt);
      }
    }
  }

  private static boolean isCreation(LogicalResource resource, Attempt attempt) {
    return resource.status() == CREATE_IN_PROGRESS
        || (resource.status() == UPDATE_IN_PROGRESS && attempt.replacement());
  }

  private void settle(LogicalResource resource, Attempt attempt) {
    var request = work.request(resource, attempt);
    var tried =
        work.attempt(
            resource, () -> work.types().get(resource.type()).create(work.call(), request));
    boolean isNew = resource.current() == null;
    work.change(
        change -> {
          var made = tried.result();
          var settled = settled(resource, attempt, tried);
          var reason = made == null ? tried.failure() : ApplyStep.cancelled(isNew);
          var told = settled.with(isNew ? CREATE_FAILED : UPDATE_FAILED, reason, change.now());
          change.put(told);
          change.tell(told, told.physicalId());
          return told;
        });
  }

  private static LogicalResource settled(
      LogicalResource resource, Attempt attempt, Work.Tried<Resource> tried) {
    if (tried.result() != null) {
      return resource.having(attempt.made(tried.result()));
    }
    return tried.left() == null ? resource : resource.leaving(attempt.made(tried.left()));
  }
}
