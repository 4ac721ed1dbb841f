package brume.cloudformation.deploy;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.type.Types;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.service.Platform;

/// Carries out the deployments that are owed, each until its stack has a final status.
public final class Deployments implements Delivery {
  /// How often a step is put off because a service is out of breath, before it counts as failed.
  private static final int MAX_PUT_OFF = 10;

  private final Stacks stacks;
  private final Exports exports;
  private final Types types;
  private final Platform platform;
  private final Turns turns = new Turns();

  public Deployments(Stacks stacks, Exports exports, Types types, Platform platform) {
    this.stacks = stacks;
    this.exports = exports;
    this.types = types;
    this.platform = platform;
  }

  @Override
  public String kind() {
    return StackChange.DEPLOY;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) throws InterruptedException {
    var id = StackId.parse(owed.payload().toUtf8()).orElseThrow();
    boolean patient = owed.attempt() <= MAX_PUT_OFF;
    carryOut(new Work(stacks, exports, types, platform, id, owed.id(), patient));
    return new Outcome.Done();
  }

  /// Carries out the deployment that a stack is in the midst of, if it is, or waits until another
  /// has.
  public void carryOut(StackId id) throws InterruptedException {
    var deployment = stacks.readOrNull(id, StackView::deployment);
    if (deployment != null) {
      carryOut(new Work(stacks, exports, types, platform, id, deployment.id(), false));
    }
  }

  private void carryOut(Work work) throws InterruptedException {
    var id = work.id();
    turns.enter(id);
    try {
      while (work.isOf(work.readOrNull(StackView::deployment)) && phase(work)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      turns.leave(id);
    }
  }

  /// Does what the stack's status says; false when there is nothing to do any more.
  private static boolean phase(Work work) throws InterruptedException {
    var status = work.read(StackView::status);
    switch (status) {
      case CREATE_IN_PROGRESS, UPDATE_IN_PROGRESS -> new Applying(work).run();
      case UPDATE_ROLLBACK_IN_PROGRESS -> new Restoring(work).run();
      case UPDATE_COMPLETE_CLEANUP_IN_PROGRESS ->
          new Removing(work, Removing.Extent.UNWANTED).run();
      case UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS ->
          new Removing(work, Removing.Extent.NEW).run();
      case ROLLBACK_IN_PROGRESS, DELETE_IN_PROGRESS ->
          new Removing(work, Removing.Extent.ALL).run();
      default -> {
        return false;
      }
    }
    return true;
  }
}
