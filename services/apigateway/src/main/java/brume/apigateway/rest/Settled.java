package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.EndpointConfiguration;
import brume.model.apigateway.Integration;
import brume.model.apigateway.RestApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Fills in what the caller left out, as API Gateway shows it afterwards.
public final class Settled {
  private static final int DEFAULT_TIMEOUT_MILLIS = 29_000;
  private static final int MIN_TIMEOUT_MILLIS = 50;

  /// Source: API Gateway Developer Guide, "Amazon API Gateway quotas", integration timeout.
  private static final int MAX_TIMEOUT_MILLIS = 29_000;

  private Settled() {}

  public static RestApi api(RestApi given, String id, String rootId, Instant now) {
    var endpoint = given.endpointConfiguration();
    if (endpoint == null || endpoint.types() == null || endpoint.types().isEmpty()) {
      endpoint = new EndpointConfiguration("ipv4", List.of("EDGE"), null);
    }
    return given.toBuilder()
        .id(id)
        .rootResourceId(rootId)
        .createdDate(now.truncatedTo(ChronoUnit.SECONDS))
        .apiKeySource(given.apiKeySource() == null ? "HEADER" : given.apiKeySource())
        .disableExecuteApiEndpoint(Boolean.TRUE.equals(given.disableExecuteApiEndpoint()))
        .endpointConfiguration(
            endpoint.ipAddressType() == null
                ? endpoint.toBuilder().ipAddressType("ipv4").build()
                : endpoint)
        .build();
  }

  /// @param resource the id of the integration's resource, its cache's namespace by default
  public static Integration integration(Integration given, String resource) {
    int timeout =
        given.timeoutInMillis() == null ? DEFAULT_TIMEOUT_MILLIS : given.timeoutInMillis();
    if (timeout < MIN_TIMEOUT_MILLIS || timeout > MAX_TIMEOUT_MILLIS) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Timeout should be between "
              + MIN_TIMEOUT_MILLIS
              + " ms and "
              + MAX_TIMEOUT_MILLIS
              + " ms");
    }
    var type = given.type() == null ? "" : given.type();
    boolean calls = !type.equals("MOCK");
    if (calls && given.uri() == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid HTTP endpoint specified for URI");
    }
    if (type.startsWith("AWS") && given.httpMethod() == null) {
      throw BAD_REQUEST_EXCEPTION.because("Enumeration value for HttpMethod must be non-empty");
    }
    return given.toBuilder()
        .timeoutInMillis(timeout)
        .passthroughBehavior(
            given.passthroughBehavior() == null ? "WHEN_NO_MATCH" : given.passthroughBehavior())
        .cacheNamespace(given.cacheNamespace() == null ? resource : given.cacheNamespace())
        .cacheKeyParameters(
            given.cacheKeyParameters() == null ? List.of() : given.cacheKeyParameters())
        .build();
  }
}
