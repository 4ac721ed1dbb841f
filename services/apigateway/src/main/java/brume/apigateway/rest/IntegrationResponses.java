package brume.apigateway.rest;

import brume.model.apigateway.Integration;
import brume.model.apigateway.IntegrationResponse;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The ways in which an answer from behind a method becomes a response, by the response's status.
public final class IntegrationResponses {
  private IntegrationResponses() {}

  public static Map<String, IntegrationResponse> of(Integration integration) {
    var responses = integration.integrationResponses();
    return responses == null ? Map.of() : responses;
  }

  public static IntegrationResponse get(Integration integration, String status) {
    var response = of(integration).get(status);
    if (response == null) {
      throw Missing.responseStatus();
    }
    return response;
  }

  public static Integration with(Integration integration, IntegrationResponse response) {
    var changed = new TreeMap<>(of(integration));
    changed.put(Objects.requireNonNull(response.statusCode()), response);
    return integration.toBuilder().integrationResponses(changed).build();
  }

  public static Integration without(Integration integration, String status) {
    get(integration, status);
    var changed = new TreeMap<>(of(integration));
    changed.remove(status);
    return integration.toBuilder().integrationResponses(changed).build();
  }
}
