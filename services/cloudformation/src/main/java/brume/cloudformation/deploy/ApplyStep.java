package brume.cloudformation.deploy;

import static brume.cloudformation.stack.ResourceStatus.CREATE_COMPLETE;
import static brume.cloudformation.stack.ResourceStatus.CREATE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.CREATE_IN_PROGRESS;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_COMPLETE;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_FAILED;
import static brume.cloudformation.stack.ResourceStatus.UPDATE_IN_PROGRESS;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.stack.Attempt;
import brume.cloudformation.stack.Instance;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.template.Dependencies;
import brume.cloudformation.template.ResourceSpec;
import brume.cloudformation.template.TemplateException;
import brume.cloudformation.type.Types;
import brume.json.Json;
import brume.service.ResourceType;
import brume.service.ResourceType.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one resource what the revision wants: creates it, changes it, replaces it or leaves it.
final class ApplyStep {
  private static final String INITIATED = "Resource creation Initiated";
  private static final String REPLACING =
      "Requested update requires the creation of a new physical resource; hence creating one.";

  private final Work work;
  private final Revision revision;
  private final Map<String, Set<String>> needs;

  ApplyStep(Work work, Revision revision) {
    this.work = work;
    this.revision = revision;
    this.needs = Dependencies.of(revision.template()).of();
  }

  /// Whether the resource is as it is wanted.
  boolean take(String logicalId) {
    var spec = Objects.requireNonNull(revision.template().resources().get(logicalId));
    var there = work.readOrNull(view -> view.resource(logicalId));
    var before =
        there == null ? LogicalResource.fresh(spec, work.platform().clock().instant()) : there;
    if (before.isUnfinished()) {
      if (!clear(before)) {
        return false;
      }
      before = Objects.requireNonNull(work.readOrNull(view -> view.resource(logicalId)));
    }
    Attempt attempt;
    try {
      attempt = attempt(spec, before);
    } catch (TemplateException e) {
      return refuse(before, String.valueOf(e.getMessage()));
    }
    if (attempt == null) {
      return keep(before.with(spec));
    }
    return begin(before.with(spec), attempt) && tryOut(before, attempt);
  }

  /// What is to be done, which after a crash is what had begun; null when nothing is.
  private @Nullable Attempt attempt(ResourceSpec spec, LogicalResource before) {
    if (isUnderWay(before)) {
      return before.attempt();
    }
    var type = work.types().get(spec.type());
    var properties = work.evaluator(revision, work.world()).properties(spec);
    for (var property : properties.fields().keySet()) {
      if (!Types.honours(type, property)) {
        throw new TemplateException(Types.unsupported(spec.logicalId(), type, property));
      }
    }
    var current = before.current();
    var attempt =
        new Attempt(
            work.token(before, "apply"),
            properties,
            Types.isTaggable(type) ? revision.tags() : Map.of(),
            needs.getOrDefault(spec.logicalId(), Set.of()),
            current != null && isReplacement(type, current.properties(), properties),
            false);
    boolean isSame =
        current != null
            && before.attempt() == null
            && current.isMadeAs(attempt.made(current.resource()));
    if (isSame) {
      return null;
    }
    boolean isCreation = current == null || attempt.replacement();
    return attempt.free(isCreation && work.isFree(before.with(spec), attempt));
  }

  /// What an earlier deployment left behind of a creation that failed goes before another is tried.
  private boolean clear(LogicalResource resource) {
    Instance left = Objects.requireNonNull(resource.current());
    return new RemoveStep(work, work.read(StackView::status)).take(resource, List.of(left), true);
  }

  private static boolean isUnderWay(LogicalResource resource) {
    return resource.attempt() != null
        && (resource.status() == CREATE_IN_PROGRESS || resource.status() == UPDATE_IN_PROGRESS);
  }

  static boolean isReplacement(ResourceType type, Json.Obj before, Json.Obj after) {
    return type.createOnly().stream()
        .anyMatch(property -> !Objects.equals(before.get(property), after.get(property)));
  }

  private boolean refuse(LogicalResource before, String reason) {
    return work.change(
        change -> {
          if (work.goesOn(change)) {
            var status = before.current() == null ? CREATE_FAILED : UPDATE_FAILED;
            var failed = before.with(status, reason, change.now());
            change.put(failed);
            change.tell(failed, failed.physicalId());
            work.trouble(change, Failure.OF_RESOURCES);
          }
          return false;
        });
  }

  /// Nothing of it changes but, perhaps, its policies.
  private boolean keep(LogicalResource resource) {
    return work.change(
        change -> {
          boolean goesOn = work.goesOn(change);
          if (goesOn && !resource.equals(change.resource(resource.id()))) {
            change.put(resource);
          }
          return goesOn;
        });
  }

  private boolean begin(LogicalResource before, Attempt attempt) {
    return work.change(
        change -> {
          if (!work.goesOn(change)) {
            return false;
          }
          var status = before.current() == null ? CREATE_IN_PROGRESS : UPDATE_IN_PROGRESS;
          var reason = attempt.replacement() ? REPLACING : null;
          var begun = before.trying(attempt).with(status, reason, change.now());
          if (!isUnderWay(before)) {
            change.put(begun);
            change.tell(begun, begun.physicalId());
          }
          return true;
        });
  }

  private boolean tryOut(LogicalResource before, Attempt attempt) {
    var tried = work.attempt(before, () -> make(before, attempt));
    return work.change(
        change -> {
          var resource = Objects.requireNonNull(change.resource(before.id()));
          boolean isNew = resource.current() == null;
          var made = tried.result();
          if (made == null) {
            var status = isNew ? CREATE_FAILED : UPDATE_FAILED;
            var left = tried.left();
            var failed =
                (left == null ? resource : resource.leaving(attempt.made(left)))
                    .with(status, tried.failure(), change.now());
            change.put(failed);
            change.tell(failed, failed.physicalId());
            work.trouble(change, Failure.OF_RESOURCES);
            return false;
          }
          return record(change, resource, attempt.made(made));
        });
  }

  private boolean record(StackChange change, LogicalResource resource, Instance made) {
    boolean isNew = resource.current() == null;
    boolean isCancelled = !work.goesOn(change);
    if (isNew || !made.physicalId().equals(resource.physicalId())) {
      change.tell(resource, made.physicalId(), INITIATED);
    }
    var status =
        isCancelled
            ? (isNew ? CREATE_FAILED : UPDATE_FAILED)
            : (isNew ? CREATE_COMPLETE : UPDATE_COMPLETE);
    var reason = isCancelled ? cancelled(isNew) : null;
    var recorded = resource.having(made).with(status, reason, change.now());
    change.put(recorded);
    change.tell(recorded, made.physicalId());
    return !isCancelled;
  }

  static String cancelled(boolean isNew) {
    return isNew ? "Resource creation cancelled" : "Resource update cancelled";
  }

  private Resource make(LogicalResource before, Attempt attempt) {
    var type = work.types().get(before.type());
    var request = work.request(before, attempt);
    var current = before.current();
    if (current == null || attempt.replacement()) {
      return type.create(work.call(), request);
    }
    var there = current;
    var failed = before.attempt();
    if (failed != null && !isUnderWay(before) && !failed.replacement()) {
      there = undo(type, before, failed, current);
    }
    return type.update(work.call(), there.resource(), there.properties(), request);
  }

  /// An update that failed may have done a part of its work, and types update from what is certain.
  private Instance undo(
      ResourceType type, LogicalResource resource, Attempt failed, Instance current) {
    var back =
        work.request(resource, work.token(resource, "undo"), current.properties(), current.tags());
    var made = type.update(work.call(), current.resource(), failed.properties(), back);
    return new Instance(made, current.properties(), current.tags(), current.needs());
  }
}
