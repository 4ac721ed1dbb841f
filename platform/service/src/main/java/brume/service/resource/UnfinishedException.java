package brume.service.resource;

import brume.service.ResourceType.Resource;
import brume.shape.ServiceException;
import java.util.function.Supplier;

/// The creation of a resource failed when there was something of it already, which must not be left
/// behind.
public final class UnfinishedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Resource made;
  private final RuntimeException reason;

  /// @param made enough of the resource to delete it
  public UnfinishedException(Resource made, RuntimeException reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
    this.made = made;
  }

  public Resource made() {
    return made;
  }

  /// Why it failed.
  public RuntimeException reason() {
    return reason;
  }

  /// Takes the steps that follow the one that made the resource.
  public static Resource guard(Resource made, Supplier<Resource> rest) {
    try {
      return rest.get();
    } catch (ServiceException e) {
      throw new UnfinishedException(made, e);
    }
  }
}
