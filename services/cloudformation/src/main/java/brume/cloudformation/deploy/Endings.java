package brume.cloudformation.deploy;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Described;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackStatus;
import brume.cloudformation.template.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How deployments end, once what had to be deleted was deleted.
record Endings(Work work) {
  private static final String LEFT_BEHIND =
      "Update successful. One or more resources could not be deleted.";

  void afterRemoval(StackStatus status) {
    var settled = work.readOrNull(StackView::settled);
    var imports =
        status == StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS && settled != null
            ? imports(settled)
            : null;
    work.change(
        change -> {
          if (work.isOf(change.deployment()) && change.status() == status) {
            switch (status) {
              case UPDATE_COMPLETE_CLEANUP_IN_PROGRESS -> updated(change);
              case UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS ->
                  rolledBack(change, settled, imports);
              case ROLLBACK_IN_PROGRESS ->
                  removed(change, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
              default -> removed(change, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
            }
          }
          return change.id();
        });
  }

  /// Null when they cannot be told, and all are kept.
  private @Nullable Set<String> imports(Revision revision) {
    try {
      return Applying.imports(work, revision);
    } catch (TemplateException _) {
      return null;
    }
  }

  private void updated(StackChange change) {
    boolean isLeftBehind = settleResources(change);
    change.settle(null);
    change.put(change.stack(), StackStatus.UPDATE_COMPLETE, isLeftBehind ? LEFT_BEHIND : null);
  }

  private void rolledBack(
      StackChange change, @Nullable Revision settled, @Nullable Set<String> imports) {
    settleResources(change);
    var stack = change.stack();
    if (settled != null) {
      change.want(settled);
      change.settle(null);
      stack = Described.as(stack, settled);
    }
    if (imports != null) {
      Exports.keepImports(change, imports);
    }
    change.put(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, null);
  }

  /// Forgets what left the stack, and what could not be deleted when it should have been.
  ///
  /// @return whether there was any of the latter
  private boolean settleResources(StackChange change) {
    boolean isLeftBehind = false;
    for (var resource : change.resources()) {
      boolean isToGo = resource.status().name().startsWith("DELETE_");
      isLeftBehind |= (isToGo && !resource.status().isGone()) || !resource.replaced().isEmpty();
      if (isToGo) {
        change.remove(resource);
      } else {
        change.put(resource.settled());
      }
    }
    var deployment = change.deployment();
    if (deployment != null) {
      change.put(deployment.outOfTrouble());
    }
    return isLeftBehind;
  }

  private static void removed(StackChange change, StackStatus success, StackStatus failure) {
    var deployment = change.deployment();
    if (deployment != null && deployment.trouble() != null) {
      change.put(deployment.outOfTrouble());
      change.put(change.stack(), failure, Failure.summary(undeleted(change)));
      return;
    }
    Exports.publish(change, Map.of());
    Exports.keepImports(change, Set.of());
    change.settle(null);
    var stack = change.stack().toBuilder().outputs(List.of());
    if (success == StackStatus.DELETE_COMPLETE) {
      stack.deletionTime(change.now());
    }
    change.put(stack.build(), success, null);
  }

  private static List<brume.cloudformation.stack.LogicalResource> undeleted(StackChange change) {
    return change.resources().stream()
        .filter(resource -> resource.status().name().startsWith("DELETE_"))
        .toList();
  }
}
