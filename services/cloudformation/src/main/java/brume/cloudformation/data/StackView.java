package brume.cloudformation.data;

import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.StackEvent;
import brume.service.record.Records;
import brume.store.Reader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What there is of one stack at one moment.
public class StackView {
  static final String WANTED = "wanted";
  static final String SETTLED = "settled";

  static final Records<Stack> STACKS = new Records<>("cloudformation.stack", Stack.SHAPE);
  static final Records<StackEvent> EVENTS = new Records<>("cloudformation.event", StackEvent.SHAPE);
  static final Documents<LogicalResource> RESOURCES =
      new Documents<>("cloudformation.resource", LogicalResource::toJson, LogicalResource::of);
  static final Documents<Revision> REVISIONS =
      new Documents<>("cloudformation.revision", Revision::toJson, Revision::of);
  static final Documents<Deployment> DEPLOYMENTS =
      new Documents<>("cloudformation.deployment", Deployment::toJson, Deployment::of);

  private final Reader reader;
  private final StackId id;

  StackView(Reader reader, StackId id) {
    this.reader = reader;
    this.id = id;
  }

  public StackId id() {
    return id;
  }

  /// As it is described, with the secret parameters hidden.
  public Stack stack() {
    return Objects.requireNonNull(STACKS.get(reader, id.scope(), id.uid()));
  }

  public StackStatus status() {
    return StackStatus.of(stack());
  }

  /// By logical id.
  public List<LogicalResource> resources() {
    return RESOURCES.all(reader, id.scope(), id.uid());
  }

  public @Nullable LogicalResource resource(String logicalId) {
    return RESOURCES.get(reader, id.scope(), id.uid(), logicalId);
  }

  /// What the stack is, or is being made; null as long as it is in review.
  public @Nullable Revision wanted() {
    return REVISIONS.get(reader, id.scope(), id.uid(), WANTED);
  }

  /// What a rollback makes of the stack again; null while it is settled, and until it was created.
  public @Nullable Revision settled() {
    return REVISIONS.get(reader, id.scope(), id.uid(), SETTLED);
  }

  /// Null as long as the stack is in review.
  public @Nullable Deployment deployment() {
    return DEPLOYMENTS.get(reader, id.scope(), id.uid());
  }

  /// The youngest first.
  public Records.Page<StackEvent> events(@Nullable String token, int limit) {
    return EVENTS.page(reader, id.scope(), token, limit, id.uid());
  }
}
