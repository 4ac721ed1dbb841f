package brume.cloudformation.data;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.base.Bytes;
import brume.base.Scope;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.Stack;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The stacks of all accounts and regions. A deleted one is known by its ARN only.
public final class Stacks {
  /// AWS's texts for a stack that is not there, which differ by operation and are read by clients.
  public static final String WITH_ID = "Stack with id %s does not exist";

  public static final String BRACKETED = "Stack [%s] does not exist";
  public static final String QUOTED = "Stack '%s' does not exist";

  private final Store store;

  public Stacks(Store store) {
    this.store = store;
  }

  static Key nameKey(Scope scope, String name) {
    return Key.of(scope.account(), scope.region(), "cloudformation.name", name);
  }

  /// Null when there is no such stack.
  ///
  /// @param nameOrArn the name of one that is not deleted, or the ARN of any
  public @Nullable StackId find(Scope scope, String nameOrArn) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, scope, nameOrArn);
    }
  }

  private static @Nullable StackId find(Reader reader, Scope scope, String nameOrArn) {
    var parsed = StackId.parse(nameOrArn).filter(id -> id.scope().equals(scope)).orElse(null);
    if (parsed != null) {
      return StackView.STACKS.has(reader, scope, parsed.uid()) ? parsed : null;
    }
    var uid = reader.get(nameKey(scope, nameOrArn).bytes());
    return uid == null ? null : new StackId(scope, nameOrArn, Bytes.wrap(uid).toUtf8());
  }

  /// @param missing the text of the refusal when there is no such stack
  public StackId id(Scope scope, String nameOrArn, String missing) {
    var id = find(scope, nameOrArn);
    if (id == null) {
      throw VALIDATION_ERROR.because(missing.formatted(nameOrArn));
    }
    return id;
  }

  public <R> R read(StackId id, Function<StackView, R> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(new StackView(snapshot, id));
    }
  }

  public <R> @Nullable R readOrNull(StackId id, Function<StackView, @Nullable R> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(new StackView(snapshot, id));
    }
  }

  /// Changes a stack, its name and what is exported and imported in its scope.
  public <R> R change(StackId id, Instant now, Function<StackChange, R> body) {
    return store.transact(
        Locks.of(nameKey(id.scope(), id.name()), Exports.lock(id.scope())),
        transaction -> body.apply(new StackChange(transaction, id, now)));
  }

  /// Begins a stack unless there is one of its name.
  ///
  /// @param body is given the new stack, or the one that is there
  public <R> R create(StackId id, Instant now, Function<StackChange, R> body) {
    return store.transact(
        Locks.of(nameKey(id.scope(), id.name())),
        transaction -> {
          var there = find(transaction, id.scope(), id.name());
          if (there == null) {
            transaction.put(nameKey(id.scope(), id.name()).bytes(), Bytes.utf8(id.uid()).toArray());
            StackView.STACKS.put(transaction, begun(id, now), id.scope(), id.uid());
          }
          return body.apply(new StackChange(transaction, there == null ? id : there, now));
        });
  }

  private static Stack begun(StackId id, Instant now) {
    return Stack.builder()
        .stackId(id.toString())
        .stackName(id.name())
        .creationTime(now)
        .stackStatus(StackStatus.REVIEW_IN_PROGRESS.name())
        .build();
  }

  /// All of a scope, deleted ones among them.
  public Records.Page<Stack> page(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return StackView.STACKS.page(snapshot, scope, token, limit);
    }
  }

  public List<Stack> all(Scope scope) {
    return page(scope, null, Integer.MAX_VALUE).items();
  }
}
