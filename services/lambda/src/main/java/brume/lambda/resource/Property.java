package brume.lambda.resource;

import brume.json.Json;
import brume.service.CommonError;
import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads single properties, and whether they changed.
final class Property {
  private Property() {}

  static @Nullable String text(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? null : value.text();
  }

  static String required(Json.Obj properties, String name) {
    var text = text(properties, name);
    if (text == null) {
      throw CommonError.VALIDATION.because("Missing property: " + name);
    }
    return text;
  }

  static boolean differ(Json.Obj before, Json.Obj after, Set<String> names) {
    return names.stream().anyMatch(name -> !Objects.equals(before.get(name), after.get(name)));
  }

  /// Does what may have been done already, which is no error then.
  ///
  /// @param done the refusal that says so
  static void unless(ErrorCode done, Runnable step) {
    try {
      step.run();
    } catch (ServiceException e) {
      if (!e.error().equals(done)) {
        throw e;
      }
    }
  }
}
