package brume.service.resource;

import brume.service.ResourceType.Request;
import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import java.util.function.Consumer;

/// Asks whether the name that a template gives a resource is free.
public final class NameCheck {
  private NameCheck() {}

  /// False where the template gives no name: generated ones are nobody else's.
  ///
  /// @param property with which a template names the resource
  /// @param missing how `read` refuses a name that is free
  /// @param read reads what has the name
  public static boolean isFree(
      Request request, String property, ErrorCode missing, Consumer<String> read) {
    var given = request.properties().get(property);
    var name = given == null ? null : given.text();
    if (name == null) {
      return false;
    }
    try {
      read.accept(name);
      return false;
    } catch (ServiceException e) {
      if (!e.error().equals(missing)) {
        throw e;
      }
      return true;
    }
  }
}
