package brume.cloudformation.deploy;

import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.ResourceStatus;
import brume.cloudformation.type.StepFailedException;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.List;

/// Why steps failed, in the words of events.
final class Failure {
  /// The trouble of a deployment some of whose resources failed: their own reasons tell the rest.
  static final String OF_RESOURCES = "Resources failed";

  private static final System.Logger LOG = System.getLogger(Failure.class.getName());

  private Failure() {}

  /// Whether the same may succeed a little later.
  static boolean isPassing(ServiceException e) {
    return e.error() == CommonError.SERVICE_UNAVAILABLE || e.error() == CommonError.THROTTLING;
  }

  static String reason(LogicalResource resource, RuntimeException e) {
    if (e instanceof ServiceException refused) {
      var parts = resource.type().split("::", -1);
      return "%s (Service: %s, Status Code: %d, Error Code: %s)"
          .formatted(
              refused.message(),
              parts.length > 1 ? parts[1] : resource.type(),
              refused.error().status(),
              refused.error().code());
    }
    if (e instanceof StepFailedException) {
      return String.valueOf(e.getMessage());
    }
    LOG.log(System.Logger.Level.ERROR, "A step of " + resource.type() + " broke", e);
    return "Internal Failure";
  }

  /// Names the resources that failed, as the reason of the stack.
  static String summary(List<LogicalResource> resources) {
    return named(resources, ResourceStatus.CREATE_FAILED, "create")
        + named(resources, ResourceStatus.UPDATE_FAILED, "update")
        + named(resources, ResourceStatus.DELETE_FAILED, "delete");
  }

  private static String named(
      List<LogicalResource> resources, ResourceStatus status, String action) {
    var failed =
        resources.stream()
            .filter(resource -> resource.status() == status)
            .map(LogicalResource::id)
            .toList();
    return failed.isEmpty()
        ? ""
        : "The following resource(s) failed to " + action + ": " + failed + ". ";
  }
}
