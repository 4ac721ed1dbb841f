package brume.cloudformation.data;

import brume.base.Bytes;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.StackEvent;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stack within one transaction. Whatever changes the status of the stack or of a resource
/// writes the event that tells of it.
public final class StackChange extends StackView {
  /// The kind of what is owed while a stack is being deployed.
  public static final String DEPLOY = "cloudformation.deploy";

  private static final String TYPE = "AWS::CloudFormation::Stack";

  private final Transaction transaction;
  private final Instant now;

  StackChange(Transaction transaction, StackId id, Instant now) {
    super(transaction, id);
    this.transaction = transaction;
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public Transaction transaction() {
    return transaction;
  }

  /// Without any event.
  public void put(Stack stack) {
    STACKS.put(transaction, stack, id().scope(), id().uid());
  }

  /// The stack with another status.
  public void put(Stack stack, StackStatus status, @Nullable String reason) {
    put(stack.toBuilder().stackStatus(status.name()).stackStatusReason(reason).build());
    event(
        event(status.name(), reason)
            .logicalResourceId(id().name())
            .physicalResourceId(id().toString())
            .resourceType(TYPE)
            .build());
    if (status == StackStatus.DELETE_COMPLETE) {
      transaction.delete(Stacks.nameKey(id().scope(), id().name()).bytes());
    }
  }

  /// Without any event.
  public void put(LogicalResource resource) {
    RESOURCES.put(transaction, resource, id().scope(), id().uid(), resource.id());
  }

  /// A resource whose status is new.
  ///
  /// @param physicalId of the instance that the event tells of
  public void tell(LogicalResource resource, @Nullable String physicalId) {
    tell(resource, physicalId, resource.reason());
  }

  public void tell(LogicalResource resource, @Nullable String physicalId, @Nullable String reason) {
    event(
        event(resource.status().name(), reason)
            .logicalResourceId(resource.id())
            .physicalResourceId(physicalId == null ? "" : physicalId)
            .resourceType(resource.type())
            .build());
  }

  public void remove(LogicalResource resource) {
    RESOURCES.delete(transaction, id().scope(), id().uid(), resource.id());
  }

  public void want(Revision revision) {
    REVISIONS.put(transaction, revision, id().scope(), id().uid(), WANTED);
  }

  /// Keeps what a rollback goes back to; null when there is nothing to go back to any more.
  public void settle(@Nullable Revision revision) {
    if (revision == null) {
      REVISIONS.delete(transaction, id().scope(), id().uid(), SETTLED);
    } else {
      REVISIONS.put(transaction, revision, id().scope(), id().uid(), SETTLED);
    }
  }

  public void put(Deployment deployment) {
    DEPLOYMENTS.put(transaction, deployment, id().scope(), id().uid());
  }

  /// Begins a deployment, which is owed from this transaction's commit on.
  public void begin(Deployment deployment) {
    put(deployment);
    Outbox.owe(
        transaction,
        now,
        new Owed(DEPLOY, id().scope(), deployment.id(), 1, now, Bytes.utf8(id().toString())));
  }

  private StackEvent.Builder event(String status, @Nullable String reason) {
    var deployment = deployment();
    return StackEvent.builder()
        .stackId(id().toString())
        .stackName(id().name())
        .resourceStatus(status)
        .resourceStatusReason(reason)
        .clientRequestToken(deployment == null ? null : deployment.requestToken())
        .eventId("")
        .timestamp(now);
  }

  /// Events are kept the youngest first: numbered downwards.
  private void event(StackEvent event) {
    var counter = Key.of(id().scope().account(), id().scope().region(), "cloudformation.events");
    var key = counter.then(id().uid()).bytes();
    var stored = transaction.get(key);
    long count = stored == null ? 1 : ByteBuffer.wrap(stored).getLong() + 1;
    transaction.put(key, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    var numbered =
        event.toBuilder()
            .eventId(event.logicalResourceId() + '-' + event.resourceStatus() + '-' + count)
            .build();
    EVENTS.put(
        transaction, numbered, id().scope(), id().uid(), "%019d".formatted(Long.MAX_VALUE - count));
  }
}
