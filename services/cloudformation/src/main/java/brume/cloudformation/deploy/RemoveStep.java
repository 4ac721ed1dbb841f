package brume.cloudformation.deploy;

import static brume.cloudformation.stack.ResourceStatus.DELETE_COMPLETE;
import static brume.cloudformation.stack.ResourceStatus.DELETE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.DELETE_IN_PROGRESS;
import static brume.cloudformation.stack.ResourceStatus.DELETE_SKIPPED;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.ResourceStatus;
import brume.cloudformation.stack.StackStatus;
import brume.cloudformation.template.ResourceSpec.Fate;
import brume.cloudformation.type.OwnType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Deletes what is due of one resource, or lets it go where its policy says so.
///
/// @param status of the stack, which tells why
record RemoveStep(Work work, StackStatus status) {
  /// Whether nothing that was due is left.
  ///
  /// @param leaves whether the resource leaves the stack as a whole
  boolean take(LogicalResource resource, List<Instance> due, boolean leaves) {
    if (due.isEmpty()) {
      end(resource, null, DELETE_COMPLETE, leaves);
      return true;
    }
    for (var instance : due) {
      boolean isCurrent = instance.equals(resource.current());
      if (isKept(resource, isCurrent)) {
        end(resource, instance, DELETE_SKIPPED, leaves);
      } else if (!delete(resource, instance, leaves)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKept(LogicalResource resource, boolean isCurrent) {
    var deployment = work.readOrNull(StackView::deployment);
    if (deployment == null) {
      return false;
    }
    boolean isRollback =
        status == StackStatus.ROLLBACK_IN_PROGRESS
            || status == StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS;
    if (!isCurrent) {
      return !isRollback && resource.updateReplacePolicy() == Fate.RETAIN;
    }
    if (status == StackStatus.DELETE_IN_PROGRESS
        && deployment.leftAlone().contains(resource.id())) {
      return true;
    }
    return switch (resource.deletionPolicy()) {
      case RETAIN -> !isRollback || !deployment.retainExceptOnCreate();
      case RETAIN_EXCEPT_ON_CREATE -> !isRollback;
      case DELETE, SNAPSHOT -> false;
    };
  }

  private boolean delete(LogicalResource resource, Instance instance, boolean leaves) {
    tell(resource.id(), instance, DELETE_IN_PROGRESS, null);
    var tried =
        work.attempt(
            resource,
            () -> {
              delete(resource, instance);
              return instance;
            });
    if (tried.failure() == null) {
      end(resource, instance, DELETE_COMPLETE, leaves);
      return true;
    }
    tell(resource.id(), instance, DELETE_FAILED, tried.failure());
    return false;
  }

  private void delete(LogicalResource resource, Instance instance) {
    var type = work.types().get(resource.type());
    if (type instanceof OwnType own) {
      var token = work.token(resource, "delete " + instance.physicalId());
      own.delete(
          work.call(),
          new OwnType.Place(work.id(), resource.id(), token),
          instance.resource(),
          instance.properties());
    } else {
      type.delete(work.call(), instance.resource(), instance.properties());
    }
  }

  /// The status of a resource that stays is its own, not that of an instance that goes.
  private void tell(
      String logicalId, Instance instance, ResourceStatus next, @Nullable String reason) {
    work.change(
        change -> {
          var resource = Objects.requireNonNull(change.resource(logicalId));
          var told = resource.with(next, reason, change.now());
          if (instance.equals(resource.current())) {
            change.put(told);
            if (next == DELETE_FAILED) {
              work.trouble(change, Failure.OF_RESOURCES);
            }
          }
          change.tell(told, instance.physicalId());
          return told;
        });
  }

  private void end(
      LogicalResource due, @Nullable Instance instance, ResourceStatus next, boolean leaves) {
    work.change(
        change -> {
          var resource = Objects.requireNonNull(change.resource(due.id()));
          var told = resource.with(next, null, change.now());
          change.tell(told, instance == null ? null : instance.physicalId());
          record(change, resource, told, instance, leaves);
          return told;
        });
  }

  private static void record(
      StackChange change,
      LogicalResource resource,
      LogicalResource told,
      @Nullable Instance instance,
      boolean leaves) {
    if (instance == null) {
      change.put(told);
      return;
    }
    boolean isAll = leaves && instance.equals(resource.current());
    change.put((isAll ? told : resource).without(instance));
  }
}
