package brume.apigateway.execution;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.gateway.PathTree;
import brume.apigateway.record.Lacking;
import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Resources;
import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.Stage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a deployment froze, made ready to answer requests.
///
/// @param paths the methods of each resource by verb
/// @param binary the media types that are bytes, not text
/// @param policy who may use the API; null where only its methods say that
public record Plan(
    RestApi api,
    PathTree<Map<String, Route>> paths,
    Map<ResponseType, OwnResponse> responses,
    MediaTypes binary,
    @Nullable ApiPolicy policy) {
  /// Throws the refusal of a definition that cannot be deployed.
  public static void check(Definition definition) {
    var plan = of(definition, null);
    if (definition.summary().isEmpty()) {
      throw BAD_REQUEST_EXCEPTION.because("The REST API doesn't contain any methods");
    }
    Objects.requireNonNull(plan);
  }

  /// @param stage in which it answers; null outside of any
  static Plan of(Definition definition, @Nullable Stage stage) {
    var api = definition.api();
    checkApi(api);
    var paths = new PathTree<Map<String, Route>>();
    for (var resource : definition.resources()) {
      var routes = new HashMap<String, Route>();
      Resources.methods(resource)
          .forEach(
              (verb, method) ->
                  routes.put(verb, RoutePlan.of(resource, verb, method, definition, stage)));
      if (!routes.isEmpty()) {
        paths.add(Resources.path(resource), Map.copyOf(routes));
      }
    }
    var responses = new EnumMap<ResponseType, OwnResponse>(ResponseType.class);
    for (var response : definition.responses()) {
      responses.put(
          ResponseType.of(String.valueOf(response.responseType())), OwnResponse.of(response));
    }
    return new Plan(
        api, paths, responses, MediaTypes.of(api.binaryMediaTypes()), ApiPolicy.of(api));
  }

  private static void checkApi(RestApi api) {
    Lacking.refuse("MinimumCompressionSize", api.minimumCompressionSize());
    var endpoint = api.endpointConfiguration();
    if (endpoint != null && endpoint.types() != null && endpoint.types().contains("PRIVATE")) {
      throw Lacking.feature("the endpoint type PRIVATE");
    }
  }

  /// What the API answers by itself in a case: its own response, or that of the case's class.
  OwnResponse response(Failure failure) {
    var own = responses.get(failure.type());
    if (own != null) {
      return own;
    }
    var general = responses.get(failure.type().fallback(failure.status()));
    return general == null ? OwnResponse.STANDARD : general;
  }
}
