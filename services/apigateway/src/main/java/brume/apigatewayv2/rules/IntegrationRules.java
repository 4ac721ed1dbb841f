package brume.apigatewayv2.rules;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.record.Alike;
import brume.apigateway.record.Lacking;
import brume.base.Ids;
import brume.model.apigatewayv2.CreateIntegrationRequest;
import brume.model.apigatewayv2.Integration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an integration of an HTTP API must be like.
public final class IntegrationRules {
  private static final int ID_CHARS = 7;
  private static final String TARGET = "integrations/";
  private static final Set<String> FORMATS = Set.of("1.0", "2.0");
  private static final int MIN_TIMEOUT_MILLIS = 50;

  /// Source: "Amazon API Gateway quotas", HTTP API quotas, maximum integration timeout.
  private static final int MAX_TIMEOUT_MILLIS = 30_000;

  private IntegrationRules() {}

  /// How routes name an integration.
  public static String target(String id) {
    return TARGET + id;
  }

  /// The id of the integration that a route names; null when it names none.
  public static @Nullable String id(@Nullable String target) {
    return target != null && target.startsWith(TARGET) ? target.substring(TARGET.length()) : null;
  }

  public static Integration created(CreateIntegrationRequest input, Ids ids) {
    return created(Alike.copy(Integration.SHAPE, input), input.tlsConfig(), ids);
  }

  /// With its id and what the caller left out.
  public static Integration created(Integration given, @Nullable Object tls, Ids ids) {
    return checked(given, tls).toBuilder().integrationId(ids.lower(ID_CHARS)).build();
  }

  /// @param tls the settings that the caller gave
  public static Integration checked(Integration given, @Nullable Object tls) {
    Lacking.refuse("IntegrationSubtype", given.integrationSubtype());
    Lacking.refuse("RequestParameters", given.requestParameters());
    Lacking.refuse("ResponseParameters", given.responseParameters());
    Lacking.refuse("RequestTemplates", given.requestTemplates());
    Lacking.refuse("TemplateSelectionExpression", given.templateSelectionExpression());
    Lacking.refuse("ContentHandlingStrategy", given.contentHandlingStrategy());
    Lacking.refuse("ConnectionId", given.connectionId());
    Lacking.refuse("TlsConfig", tls);
    if (!"INTERNET".equals(given.connectionType())) {
      Lacking.refuse("ConnectionType", given.connectionType());
    }
    int timeout = given.timeoutInMillis() == null ? MAX_TIMEOUT_MILLIS : given.timeoutInMillis();
    if (timeout < MIN_TIMEOUT_MILLIS || timeout > MAX_TIMEOUT_MILLIS) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Timeout should be between "
              + MIN_TIMEOUT_MILLIS
              + " ms and "
              + MAX_TIMEOUT_MILLIS
              + " ms");
    }
    var settled = given.toBuilder().connectionType("INTERNET").timeoutInMillis(timeout);
    return switch (String.valueOf(given.integrationType())) {
      case "AWS_PROXY" ->
          settled.integrationMethod("POST").payloadFormatVersion(format(given)).build();
      case "HTTP_PROXY" -> {
        if (given.integrationUri() == null || given.integrationMethod() == null) {
          throw BAD_REQUEST_EXCEPTION.because(
              "HTTP_PROXY integrations need IntegrationUri and IntegrationMethod");
        }
        yield settled.payloadFormatVersion("1.0").build();
      }
      default ->
          throw BAD_REQUEST_EXCEPTION.because(
              "HTTP Integrations of type "
                  + given.integrationType()
                  + " are not supported for HTTP APIs");
    };
  }

  private static String format(Integration given) {
    if (FunctionUri.function(given.integrationUri()) == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid Lambda function ARN: " + given.integrationUri());
    }
    var version = given.payloadFormatVersion();
    if (version == null || !FORMATS.contains(version)) {
      throw BAD_REQUEST_EXCEPTION.because(
          "PayloadFormatVersion is a required parameter for integration of type AWS_PROXY and must be 1.0 or 2.0");
    }
    return version;
  }
}
