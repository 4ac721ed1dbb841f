package brume.apigateway.rest;

import brume.model.apigateway.Authorizer;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.MethodSnapshot;
import brume.model.apigateway.Model;
import brume.model.apigateway.RequestValidator;
import brume.model.apigateway.Resource;
import brume.model.apigateway.RestApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One revision of a REST API: the draft that operations change, or what a deployment froze.
public record Definition(
    RestApi api,
    List<Resource> resources,
    List<Authorizer> authorizers,
    List<GatewayResponse> responses,
    List<Model> models,
    List<RequestValidator> validators) {
  public @Nullable Authorizer authorizer(@Nullable String id) {
    return authorizers.stream()
        .filter(each -> Objects.equals(each.id(), id))
        .findFirst()
        .orElse(null);
  }

  public @Nullable RequestValidator validator(@Nullable String id) {
    return validators.stream()
        .filter(each -> Objects.equals(each.id(), id))
        .findFirst()
        .orElse(null);
  }

  /// The methods by resource path and verb, as a deployment sums them up.
  public Map<String, Map<String, MethodSnapshot>> summary() {
    var summary = new TreeMap<String, Map<String, MethodSnapshot>>();
    for (var resource : resources) {
      var methods = new TreeMap<String, MethodSnapshot>();
      Resources.methods(resource)
          .forEach(
              (verb, method) ->
                  methods.put(
                      verb,
                      new MethodSnapshot(
                          Boolean.TRUE.equals(method.apiKeyRequired()),
                          method.authorizationType())));
      if (!methods.isEmpty()) {
        summary.put(Resources.path(resource), methods);
      }
    }
    return summary;
  }
}
