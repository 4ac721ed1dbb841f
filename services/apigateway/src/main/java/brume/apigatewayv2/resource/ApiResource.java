package brume.apigatewayv2.resource;

import brume.apigateway.record.Lacking;
import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateApiRequest;
import brume.model.apigatewayv2.DeleteApiRequest;
import brume.model.apigatewayv2.DeleteCorsConfigurationRequest;
import brume.model.apigatewayv2.ImportApiRequest;
import brume.model.apigatewayv2.ReimportApiRequest;
import brume.model.apigatewayv2.UpdateApiRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `AWS::ApiGatewayV2::Api`. `Ref` gives the id, `GetAtt` knows `ApiEndpoint` and `ApiId`.
public final class ApiResource extends HttpResource {
  private static final String BODY = "Body";

  public ApiResource() {
    super(
        "AWS::ApiGatewayV2::Api",
        Set.of("ProtocolType"),
        Set.of(
            "Name",
            "Description",
            "Version",
            "CorsConfiguration",
            "DisableExecuteApiEndpoint",
            "RouteSelectionExpression",
            "RouteKey",
            "Target",
            "CredentialsArn",
            BODY,
            "BasePath",
            "FailOnWarnings",
            "Tags"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    String id;
    String endpoint;
    if (properties.get(BODY) instanceof Json.Obj body) {
      var input =
          ImportApiRequest.builder()
              .body(body.print())
              .basepath(basepath(properties))
              .failOnWarnings(failOnWarnings(properties));
      var made = call.invoke(ApiGatewayV2Model.IMPORT_API, input.build());
      id = Objects.requireNonNull(made.apiId());
      endpoint = Objects.requireNonNull(made.apiEndpoint());
      settle(call, id, properties);
    } else {
      var input = TemplateProperties.read(properties.without("Tags"), CreateApiRequest.SHAPE);
      var made = call.invoke(ApiGatewayV2Model.CREATE_API, input);
      id = Objects.requireNonNull(made.apiId());
      endpoint = Objects.requireNonNull(made.apiEndpoint());
    }
    tag(call, "/apis/" + id, tags(request));
    return Resource.of(id).with("ApiId", id).with("ApiEndpoint", endpoint);
  }

  /// The template's tags over those of its document, which importing has set.
  private static Map<String, String> tags(Request request) {
    var tags = new TreeMap<>(TemplateTags.of(request));
    if (request.properties().get(BODY) instanceof Json.Obj body
        && body.get("tags") instanceof Json.Arr(List<Json> items)) {
      for (var item : items) {
        if (item instanceof Json.Obj tag
            && tag.get("x-amazon-apigateway-tag-value") instanceof Json.Str(String value)) {
          tags.putIfAbsent(required(tag, "name"), value);
        }
      }
    }
    return tags;
  }

  private static @Nullable String basepath(Json.Obj properties) {
    var given = properties.get("BasePath");
    return given == null ? null : given.text();
  }

  private static boolean failOnWarnings(Json.Obj properties) {
    var given = properties.get("FailOnWarnings");
    return given != null && "true".equals(given.text());
  }

  /// Sets what is said beside the document.
  private static void settle(Call call, String id, Json.Obj properties) {
    var changed = Json.object("ApiId", Json.of(id));
    for (var name :
        List.of(
            "Name", "Description", "Version", "CorsConfiguration", "DisableExecuteApiEndpoint")) {
      var value = properties.get(name);
      changed = value == null ? changed : changed.with(name, value);
    }
    if (changed.fields().size() > 1) {
      call.invoke(
          ApiGatewayV2Model.UPDATE_API, TemplateProperties.read(changed, UpdateApiRequest.SHAPE));
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var properties = request.properties();
    var id = current.physicalId();
    if (properties.get(BODY) instanceof Json.Obj body) {
      if (!body.equals(before.get(BODY))
          || !Objects.equals(before.get("BasePath"), properties.get("BasePath"))) {
        var input =
            ReimportApiRequest.builder()
                .apiId(id)
                .body(body.print())
                .basepath(basepath(properties))
                .failOnWarnings(failOnWarnings(properties));
        call.invoke(ApiGatewayV2Model.REIMPORT_API, input.build());
      }
    } else if (before.has("CorsConfiguration") && !properties.has("CorsConfiguration")) {
      call.invoke(
          ApiGatewayV2Model.DELETE_CORS_CONFIGURATION, new DeleteCorsConfigurationRequest(id));
    }
    for (var name : List.of("Target", "RouteKey", "CredentialsArn")) {
      if (!Objects.equals(before.get(name), properties.get(name))) {
        throw Lacking.feature("changing the property " + name);
      }
    }
    settle(call, id, properties);
    tag(call, "/apis/" + id, tags(request));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    quietly(
        () ->
            call.invoke(ApiGatewayV2Model.DELETE_API, new DeleteApiRequest(current.physicalId())));
  }
}
