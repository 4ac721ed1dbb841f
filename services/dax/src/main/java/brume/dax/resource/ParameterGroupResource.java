package brume.dax.resource;

import static brume.model.dax.DaxError.PARAMETER_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.PARAMETER_GROUP_NOT_FOUND_FAULT;

import brume.json.Json;
import brume.model.dax.CreateParameterGroupRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.DeleteParameterGroupRequest;
import brume.model.dax.DescribeParameterGroupsRequest;
import brume.model.dax.ParameterNameValue;
import brume.model.dax.UpdateParameterGroupRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::DAX::ParameterGroup`, whose values are a map from names.
public final class ParameterGroupResource implements ResourceType {
  private static final int MAX_NAME = 255;
  private static final String VALUES = "ParameterNameValues";

  @Override
  public String name() {
    return "AWS::DAX::ParameterGroup";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Description", "ParameterGroupName", VALUES);
  }

  /// A description is kept from the beginning: the API has no way to change it.
  @Override
  public Set<String> createOnly() {
    return Set.of("Description", "ParameterGroupName");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        "ParameterGroupName",
        PARAMETER_GROUP_NOT_FOUND_FAULT,
        name ->
            call.invoke(
                DaxModel.DESCRIBE_PARAMETER_GROUPS,
                DescribeParameterGroupsRequest.builder()
                    .parameterGroupNames(List.of(name))
                    .build()));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = text(request.properties(), "ParameterGroupName");
    var name = given == null ? request.generatedName(MAX_NAME) : given;
    try {
      call.invoke(
          DaxModel.CREATE_PARAMETER_GROUP,
          new CreateParameterGroupRequest(text(request.properties(), "Description"), name));
    } catch (ServiceException e) {
      if (e.error() != PARAMETER_GROUP_ALREADY_EXISTS_FAULT
          || !request.isOwn("ParameterGroupName")) {
        throw e;
      }
    }
    setValues(call, name, request.properties());
    return Resource.of(name);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    setValues(call, current.physicalId(), request.properties());
    return current;
  }

  private static void setValues(Call call, String name, Json.Obj properties) {
    var values = values(properties.get(VALUES));
    if (!values.isEmpty()) {
      call.invoke(DaxModel.UPDATE_PARAMETER_GROUP, new UpdateParameterGroupRequest(name, values));
    }
  }

  private static List<ParameterNameValue> values(@Nullable Json given) {
    return switch (given) {
      case null -> List.of();
      case Json.Obj(Map<String, Json> fields) -> {
        var values = new ArrayList<ParameterNameValue>();
        fields.forEach(
            (name, value) ->
                values.add(new ParameterNameValue(name, Objects.requireNonNull(value.text()))));
        yield values;
      }
      default -> throw CommonError.VALIDATION.because("Not of the right type: property " + VALUES);
    };
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          DaxModel.DELETE_PARAMETER_GROUP, new DeleteParameterGroupRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != PARAMETER_GROUP_NOT_FOUND_FAULT) {
        throw e;
      }
    }
  }

  private static @Nullable String text(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? null : value.text();
  }
}
