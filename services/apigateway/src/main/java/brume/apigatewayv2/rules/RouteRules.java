package brume.apigatewayv2.rules;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;
import static brume.model.apigatewayv2.ApiGatewayV2Error.CONFLICT_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.apigateway.revision.ApiView;
import brume.apigatewayv2.data.Kind;
import brume.base.Ids;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Route;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What a route must be like.
public final class RouteRules {
  /// The key of the route that takes what no other does.
  public static final String DEFAULT = "$default";

  private static final int ID_CHARS = 7;

  /// Source: "Amazon API Gateway quotas", routes per HTTP API.
  private static final int MAX_ROUTES = 300;

  private static final Pattern KEY =
      Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY) /\\S*");

  private RouteRules() {}

  /// With its id and what the caller left out.
  public static Route created(Route given, Ids ids) {
    return given.toBuilder()
        .routeId(ids.lower(ID_CHARS))
        .apiKeyRequired(Boolean.TRUE.equals(given.apiKeyRequired()))
        .authorizationType(given.authorizationType() == null ? "NONE" : given.authorizationType())
        .build();
  }

  private static void checkAuthorization(Route route, ApiView<Api> api) {
    var type = String.valueOf(route.authorizationType());
    boolean asks = AUTHORIZERS.containsKey(type);
    var authorizer =
        route.authorizerId() == null ? null : api.find(Kind.AUTHORIZER, route.authorizerId());
    if (!asks && !type.equals("NONE") && !type.equals("AWS_IAM")) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid authorization type: " + type);
    }
    if (asks
        && (authorizer == null
            || !String.valueOf(authorizer.authorizerType()).equals(AUTHORIZERS.get(type)))) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid authorizer ID specified. Setting the authorization type to "
              + type
              + " requires a valid authorizer.");
    }
  }

  /// The type of authorizer that an authorization needs.
  private static final Map<String, String> AUTHORIZERS =
      Map.of("JWT", AuthorizerRules.TOKENS, "CUSTOM", AuthorizerRules.FUNCTION);

  /// Refuses what does not fit the API, and what Brume does not honour.
  public static void check(Route route, ApiView<Api> api) {
    var key = route.routeKey();
    if (!key.equals(DEFAULT) && !KEY.matcher(key).matches()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "The provided route key is not formatted properly for HTTP protocol. Format should be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
    }
    checkAuthorization(route, api);
    Lacking.refuse("ApiKeyRequired", route.apiKeyRequired());
    Lacking.refuse("RequestParameters", route.requestParameters());
    Lacking.refuse("RequestModels", route.requestModels());
    Lacking.refuse("ModelSelectionExpression", route.modelSelectionExpression());
    Lacking.refuse("RouteResponseSelectionExpression", route.routeResponseSelectionExpression());
    var others =
        api.all(Kind.ROUTE).stream()
            .filter(each -> !Objects.equals(each.routeId(), route.routeId()))
            .toList();
    if (others.stream().anyMatch(each -> each.routeKey().equals(key))) {
      throw CONFLICT_EXCEPTION.because("Route with key " + key + " already exists for this API");
    }
    if (others.size() >= MAX_ROUTES) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Maximum number of Routes for this API has been reached: " + MAX_ROUTES);
    }
    var integration = IntegrationRules.id(route.target());
    if (route.target() != null
        && (integration == null || api.find(Kind.INTEGRATION, integration) == null)) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid target specified: " + route.target());
    }
  }
}
