package brume.cloudformation.stack;

import brume.cloudformation.template.ResourceSpec;
import brume.cloudformation.template.ResourceSpec.Fate;
import brume.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One resource of a stack: what there is of it and, while the stack is being changed, what there
/// was.
///
/// @param fresh whether the stack did not have it when it was last settled: a rollback deletes it
/// @param current what there is; null before it was created and after it was deleted
/// @param attempt the change that is under way, or that failed
/// @param previous what a rollback makes of it again; null where nothing was changed
/// @param obsolete what was replaced and is deleted when the stack cleans up
public record LogicalResource(
    String id,
    String type,
    ResourceStatus status,
    @Nullable String reason,
    Instant updated,
    boolean fresh,
    @Nullable Instance current,
    @Nullable Attempt attempt,
    @Nullable Instance previous,
    List<Instance> obsolete,
    Fate deletionPolicy,
    Fate updateReplacePolicy) {
  public LogicalResource {
    obsolete = List.copyOf(obsolete);
  }

  /// One that is still to be created.
  public static LogicalResource fresh(ResourceSpec spec, Instant now) {
    return new LogicalResource(
        spec.logicalId(),
        spec.type(),
        ResourceStatus.CREATE_IN_PROGRESS,
        null,
        now,
        true,
        null,
        null,
        null,
        List.of(),
        spec.deletionPolicy(),
        spec.updateReplacePolicy());
  }

  public @Nullable String physicalId() {
    return current == null ? null : current.physicalId();
  }

  public LogicalResource with(ResourceStatus next, @Nullable String why, Instant now) {
    return new LogicalResource(
        id,
        type,
        next,
        why,
        now,
        fresh,
        current,
        attempt,
        previous,
        obsolete,
        deletionPolicy,
        updateReplacePolicy);
  }

  /// With the policies of the template that now holds.
  public LogicalResource with(ResourceSpec spec) {
    return new LogicalResource(
        id,
        type,
        status,
        reason,
        updated,
        fresh,
        current,
        attempt,
        previous,
        obsolete,
        spec.deletionPolicy(),
        spec.updateReplacePolicy());
  }

  /// Before a change is tried: what there is becomes what a rollback goes back to.
  public LogicalResource trying(Attempt next) {
    return having(current, next, previous == null && !fresh ? current : previous, obsolete);
  }

  /// After the change that was tried: what it replaced is kept for a rollback, or is obsolete.
  public LogicalResource having(Instance made) {
    var replaced = current;
    boolean isObsolete =
        replaced != null
            && !replaced.physicalId().equals(made.physicalId())
            && (previous == null || !previous.physicalId().equals(replaced.physicalId()));
    return having(
        made,
        null,
        previous,
        isObsolete ? and(obsolete, Objects.requireNonNull(replaced)) : obsolete);
  }

  /// After a creation that failed when there was something of it already.
  public LogicalResource leaving(Instance part) {
    return current == null
        ? having(part, attempt, previous, obsolete)
        : having(current, attempt, previous, and(obsolete, part));
  }

  /// Whether all there is of it is what a creation that failed left behind.
  public boolean isUnfinished() {
    return current != null
        && attempt != null
        && (status == ResourceStatus.CREATE_FAILED
            || status == ResourceStatus.DELETE_IN_PROGRESS
            || status == ResourceStatus.DELETE_FAILED);
  }

  /// What there was is there again; what took its place is obsolete.
  public LogicalResource restored(Instance again) {
    boolean isObsolete = current != null && !current.physicalId().equals(again.physicalId());
    return having(
        again, null, null, isObsolete ? and(obsolete, Objects.requireNonNull(current)) : obsolete);
  }

  /// Whether a rollback must make the resource again what it was, beyond forgetting the change.
  public boolean wasChangedInPlace() {
    return current != null
        && previous != null
        && current.physicalId().equals(previous.physicalId())
        && (!current.isMadeAs(previous) || (attempt != null && !attempt.replacement()));
  }

  /// The instances that belong to the resource and are not its current one.
  public List<Instance> replaced() {
    return previous == null
            || (current != null && current.physicalId().equals(previous.physicalId()))
        ? obsolete
        : and(obsolete, previous);
  }

  /// Without anything to go back to: the stack is settled.
  public LogicalResource settled() {
    return new LogicalResource(
        id,
        type,
        status,
        reason,
        updated,
        false,
        current,
        null,
        null,
        List.of(),
        deletionPolicy,
        updateReplacePolicy);
  }

  /// Without the instance, which was deleted or let go.
  public LogicalResource without(Instance instance) {
    return having(
        instance.equals(current) ? null : current,
        attempt,
        instance.equals(previous) ? null : previous,
        obsolete.stream().filter(each -> !each.equals(instance)).toList());
  }

  private LogicalResource having(
      @Nullable Instance nextCurrent,
      @Nullable Attempt nextAttempt,
      @Nullable Instance nextPrevious,
      List<Instance> nextObsolete) {
    return new LogicalResource(
        id,
        type,
        status,
        reason,
        updated,
        fresh,
        nextCurrent,
        nextAttempt,
        nextPrevious,
        nextObsolete,
        deletionPolicy,
        updateReplacePolicy);
  }

  private static List<Instance> and(List<Instance> instances, Instance more) {
    var all = new ArrayList<>(instances);
    all.add(more);
    return all;
  }

  /// The logical ids that it needs, whether or not it exists yet.
  public Set<String> needs() {
    return current != null ? current.needs() : attempt != null ? attempt.needs() : Set.of();
  }

  public Json.Obj toJson() {
    return Json.object(
        "id", Json.of(id),
        "type", Json.of(type),
        "status", Json.of(status.name()),
        "reason", Json.of(reason),
        "updated", Json.of(updated.toString()),
        "fresh", Json.of(fresh),
        "current", current == null ? Json.ofNull() : current.toJson(),
        "attempt", attempt == null ? Json.ofNull() : attempt.toJson(),
        "previous", previous == null ? Json.ofNull() : previous.toJson(),
        "obsolete", new Json.Arr(obsolete.stream().map(each -> (Json) each.toJson()).toList()),
        "deletionPolicy", Json.of(deletionPolicy.name()),
        "updateReplacePolicy", Json.of(updateReplacePolicy.name()));
  }

  public static LogicalResource of(Json.Obj document) {
    var fields = new Fields(document);
    return new LogicalResource(
        fields.text("id"),
        fields.text("type"),
        ResourceStatus.valueOf(fields.text("status")),
        fields.optional("reason"),
        Instant.parse(fields.text("updated")),
        fields.truth("fresh"),
        fields.part("current", Instance::of),
        fields.part("attempt", Attempt::of),
        fields.part("previous", Instance::of),
        fields.parts("obsolete", Instance::of),
        Fate.valueOf(fields.text("deletionPolicy")),
        Fate.valueOf(fields.text("updateReplacePolicy")));
  }
}
