package brume.apigatewayv2.rules;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.CreateApiRequest;
import brume.model.apigatewayv2.UpdateApiRequest;
import brume.service.Call;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an HTTP API must be like.
public final class ApiRules {
  private static final int ID_CHARS = 10;
  private static final String SELECTION = "$request.method $request.path";

  private ApiRules() {}

  public static void check(CreateApiRequest input) {
    if (!input.protocolType().equals("HTTP")) {
      throw Lacking.feature("the protocol type " + input.protocolType());
    }
    Lacking.refuse("ApiKeySelectionExpression", input.apiKeySelectionExpression());
    Lacking.refuse("DisableSchemaValidation", input.disableSchemaValidation());
    if (!"ipv4".equals(input.ipAddressType())) {
      Lacking.refuse("IpAddressType", input.ipAddressType());
    }
    checkSelection(input.routeSelectionExpression());
  }

  public static void check(UpdateApiRequest input) {
    Lacking.refuse("ApiKeySelectionExpression", input.apiKeySelectionExpression());
    Lacking.refuse("DisableSchemaValidation", input.disableSchemaValidation());
    Lacking.refuse("Target", input.target());
    Lacking.refuse("RouteKey", input.routeKey());
    Lacking.refuse("CredentialsArn", input.credentialsArn());
    if (!"ipv4".equals(input.ipAddressType())) {
      Lacking.refuse("IpAddressType", input.ipAddressType());
    }
    checkSelection(input.routeSelectionExpression());
  }

  private static void checkSelection(@Nullable String expression) {
    var given = expression == null ? SELECTION : expression.replace("${", "$").replace("}", "");
    if (!given.equals(SELECTION)) {
      throw BAD_REQUEST_EXCEPTION.because(
          "HTTP protocol type requires the route selection expression to be ${request.method} ${request.path}");
    }
  }

  /// An API with a name and nothing else.
  public static Api named(String name) {
    return Api.builder().name(name).build();
  }

  /// With its id and what the caller left out.
  public static Api settled(Api given, Call call) {
    var id = call.ids().lower(ID_CHARS);
    var endpoint =
        "https://"
            + id
            + ".execute-api."
            + call.scope().region()
            + '.'
            + call.endpoint().urlSuffix();
    return checked(
        given.toBuilder()
            .apiId(id)
            .apiEndpoint(endpoint)
            .apiKeySelectionExpression("$request.header.x-api-key")
            .createdDate(call.now().truncatedTo(ChronoUnit.SECONDS))
            .disableExecuteApiEndpoint(Boolean.TRUE.equals(given.disableExecuteApiEndpoint()))
            .ipAddressType("ipv4")
            .protocolType("HTTP")
            .routeSelectionExpression(SELECTION)
            .tags(given.tags() == null ? Map.of() : given.tags())
            .build());
  }

  public static Api checked(Api api) {
    var cors = api.corsConfiguration();
    if (cors != null
        && cors.allowOrigins() != null
        && cors.allowOrigins().contains("*")
        && Boolean.TRUE.equals(cors.allowCredentials())) {
      throw BAD_REQUEST_EXCEPTION.because("allow-credentials is not supported if the origin is *");
    }
    return api;
  }
}
