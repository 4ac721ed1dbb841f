package brume.apigateway.rest;

import brume.model.apigateway.Method;
import brume.model.apigateway.MethodResponse;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The responses that a method declares, by their status.
public final class MethodResponses {
  private MethodResponses() {}

  public static Map<String, MethodResponse> of(Method method) {
    var responses = method.methodResponses();
    return responses == null ? Map.of() : responses;
  }

  public static MethodResponse get(Method method, String status) {
    var response = of(method).get(status);
    if (response == null) {
      throw Missing.responseStatus();
    }
    return response;
  }

  public static Method with(Method method, MethodResponse response) {
    var changed = new TreeMap<>(of(method));
    changed.put(Objects.requireNonNull(response.statusCode()), response);
    return method.toBuilder().methodResponses(changed).build();
  }

  public static Method without(Method method, String status) {
    get(method, status);
    var changed = new TreeMap<>(of(method));
    changed.remove(status);
    return method.toBuilder().methodResponses(changed).build();
  }
}
