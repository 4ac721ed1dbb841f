package brume.cloudformation.data;

import static brume.model.cloudformation.CloudFormationError.ALREADY_EXISTS_EXCEPTION;
import static brume.model.cloudformation.CloudFormationError.CHANGE_SET_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.model.cloudformation.DescribeChangeSetOutput;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The change sets of stacks, by name; what one would change lies beside it as a revision.
public final class ChangeSets {
  private static final Records<DescribeChangeSetOutput> SETS =
      new Records<>("cloudformation.changeset", DescribeChangeSetOutput.SHAPE);
  private static final Documents<Revision> REVISIONS =
      new Documents<>("cloudformation.changeset-revision", Revision::toJson, Revision::of);

  private final Store store;
  private final Stacks stacks;

  public ChangeSets(Store store, Stacks stacks) {
    this.store = store;
    this.stacks = stacks;
  }

  /// @param set as it is described
  /// @param revision what it would make of the stack
  public record Found(StackId stack, DescribeChangeSetOutput set, Revision revision) {}

  /// One that was executed makes way for another of its name. Within [Stacks#change] or
  /// [Stacks#create].
  public static void put(StackChange change, DescribeChangeSetOutput set, Revision revision) {
    var id = change.id();
    var name = Objects.requireNonNull(set.changeSetName());
    var there = get(change, name);
    if (there != null && !String.valueOf(there.executionStatus()).startsWith("EXECUTE_")) {
      throw ALREADY_EXISTS_EXCEPTION.because("ChangeSet " + name + " already exists");
    }
    SETS.put(change.transaction(), set, id.scope(), id.uid(), name);
    REVISIONS.put(change.transaction(), revision, id.scope(), id.uid(), name);
  }

  /// The change set of that name now; null when there is none. Within [Stacks#change].
  public static @Nullable DescribeChangeSetOutput get(StackChange change, String name) {
    return SETS.get(change.transaction(), change.id().scope(), change.id().uid(), name);
  }

  /// Within [Stacks#change].
  public static void replace(StackChange change, DescribeChangeSetOutput set) {
    var name = Objects.requireNonNull(set.changeSetName());
    SETS.put(change.transaction(), set, change.id().scope(), change.id().uid(), name);
  }

  /// Within [Stacks#change].
  public static void delete(StackChange change, String name) {
    SETS.delete(change.transaction(), change.id().scope(), change.id().uid(), name);
    REVISIONS.delete(change.transaction(), change.id().scope(), change.id().uid(), name);
  }

  /// Within [Stacks#change].
  public static void deleteAllBut(StackChange change, @Nullable String kept) {
    for (var set : of(change.transaction(), change.id())) {
      var name = Objects.requireNonNull(set.changeSetName());
      if (!name.equals(kept)) {
        delete(change, name);
      }
    }
  }

  /// @param nameOrArn the name of one of the stack, or the ARN of any
  public @Nullable Found find(Scope scope, String nameOrArn, @Nullable String stackNameOrArn) {
    var arn = Arn.parse(nameOrArn).orElse(null);
    if (arn != null) {
      return stacks.all(scope).stream()
          .map(stack -> StackId.parse(String.valueOf(stack.stackId())).orElseThrow())
          .map(id -> find(id, nameOf(arn)))
          .filter(found -> found != null && nameOrArn.equals(found.set.changeSetId()))
          .findFirst()
          .orElse(null);
    }
    var id = stackNameOrArn == null ? null : stacks.id(scope, stackNameOrArn, Stacks.BRACKETED);
    return id == null ? null : find(id, nameOrArn);
  }

  public Found get(Scope scope, String nameOrArn, @Nullable String stackNameOrArn) {
    var found = find(scope, nameOrArn, stackNameOrArn);
    if (found == null) {
      throw CHANGE_SET_NOT_FOUND_EXCEPTION.because("ChangeSet [" + nameOrArn + "] does not exist");
    }
    return found;
  }

  private @Nullable Found find(StackId id, String name) {
    try (var snapshot = store.snapshot()) {
      var set = SETS.get(snapshot, id.scope(), id.uid(), name);
      var revision = REVISIONS.get(snapshot, id.scope(), id.uid(), name);
      return set == null || revision == null ? null : new Found(id, set, revision);
    }
  }

  /// Of `changeSet/<name>/<uid>`.
  public static String nameOf(Arn arn) {
    var rest = arn.name();
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  public List<DescribeChangeSetOutput> of(StackId id) {
    try (var snapshot = store.snapshot()) {
      return of(snapshot, id);
    }
  }

  private static List<DescribeChangeSetOutput> of(Reader reader, StackId id) {
    return SETS.all(reader, id.scope(), id.uid());
  }
}
