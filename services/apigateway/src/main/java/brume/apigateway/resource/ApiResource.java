package brume.apigateway.resource;

import static brume.model.apigateway.ApiGatewayError.NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.shape.ServiceException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the resource types here share.
abstract class ApiResource implements ResourceType {
  private final String name;
  private final Set<String> properties;
  private final Set<String> createOnly;

  /// @param createOnly the properties whose change needs a new resource
  /// @param changing those that may change in place
  ApiResource(String name, Set<String> createOnly, Set<String> changing) {
    this.name = name;
    this.createOnly = createOnly;
    var all = new HashSet<>(createOnly);
    all.addAll(changing);
    properties = Set.copyOf(all);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> properties() {
    return properties;
  }

  @Override
  public Set<String> createOnly() {
    return createOnly;
  }

  /// For types of which nothing changes in place.
  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  static String required(Json.Obj properties, String property) {
    var text = optional(properties, property);
    if (text == null) {
      throw CommonError.VALIDATION.because("Missing property " + property);
    }
    return text;
  }

  static @Nullable String optional(Json.Obj properties, String property) {
    var value = properties.get(property);
    return value == null ? null : value.text();
  }

  /// A property that is a text, or an object that stands for the JSON text of it.
  static @Nullable String document(Json.Obj properties, String property) {
    var value = properties.get(property);
    return value instanceof Json.Obj object ? object.print() : optional(properties, property);
  }

  /// The properties with that one as the text that it stands for.
  static Json.Obj withText(Json.Obj properties, String property) {
    var text = document(properties, property);
    return text == null ? properties : properties.with(property, Json.of(text));
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
