package brume.apigatewayv2.resource;

import static brume.model.apigatewayv2.ApiGatewayV2Error.NOT_FOUND_EXCEPTION;

import brume.apigateway.record.PathAccess;
import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetTagsRequest;
import brume.model.apigatewayv2.TagResourceRequest;
import brume.model.apigatewayv2.UntagResourceRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the resource types here share.
abstract class HttpResource implements ResourceType {
  private final String name;
  private final Set<String> properties;
  private final Set<String> createOnly;

  /// @param createOnly the properties whose change needs a new resource
  /// @param changing those that may change in place
  HttpResource(String name, Set<String> createOnly, Set<String> changing) {
    this.name = name;
    this.createOnly = createOnly;
    properties =
        Stream.concat(createOnly.stream(), changing.stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Set<String> properties() {
    return properties;
  }

  @Override
  public final Set<String> createOnly() {
    return createOnly;
  }

  static String required(Json.Obj properties, String property) {
    var value = properties.get(property);
    var text = value == null ? null : value.text();
    if (text == null) {
      throw CommonError.VALIDATION.because("Missing property " + property);
    }
    return text;
  }

  /// The input of an update: what the template says, and the id of what it changes.
  static <T extends Structure> T update(
      Request request, String idProperty, Resource current, StructureShape<T> shape) {
    var given =
        request.properties().without("Tags").with(idProperty, Json.of(current.physicalId()));
    return TemplateProperties.read(given, shape);
  }

  /// Gives a resource the tags that its template says, and no others.
  static void tag(Call call, String path, Map<String, String> wanted) {
    var arn = PathAccess.arn(call.scope(), path);
    var listed = call.invoke(ApiGatewayV2Model.GET_TAGS, new GetTagsRequest(arn)).tags();
    var before = listed == null ? Map.<String, String>of() : listed;
    var gone = before.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(ApiGatewayV2Model.UNTAG_RESOURCE, new UntagResourceRequest(arn, gone));
    }
    if (!wanted.isEmpty() && !wanted.equals(before)) {
      call.invoke(ApiGatewayV2Model.TAG_RESOURCE, new TagResourceRequest(arn, wanted));
    }
  }

  /// Deletes what may be gone already.
  static void quietly(Runnable delete) {
    try {
      delete.run();
    } catch (ServiceException e) {
      if (e.error() != NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
