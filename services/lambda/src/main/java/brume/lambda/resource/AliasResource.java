package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.AliasRoutingConfiguration;
import brume.model.lambda.CreateAliasRequest;
import brume.model.lambda.DeleteAliasRequest;
import brume.model.lambda.GetAliasRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.UpdateAliasRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.shape.ServiceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::Lambda::Alias`. `Ref` and `AliasArn` give its ARN.
public final class AliasResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::Lambda::Alias";
  }

  @Override
  public Set<String> properties() {
    return Set.of("FunctionName", "FunctionVersion", "Name", "Description", "RoutingConfig");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("FunctionName", "Name");
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var function = Property.required(properties, "FunctionName");
    var name = Property.required(properties, "Name");
    var version = Property.required(properties, "FunctionVersion");
    var input =
        CreateAliasRequest.builder()
            .functionName(function)
            .name(name)
            .functionVersion(version)
            .description(Property.text(properties, "Description"))
            .routingConfig(new AliasRoutingConfiguration(weights(properties)))
            .build();
    return resource(created(call, input));
  }

  /// A step that is run again after a crash finds the alias that it made.
  private static String created(Call call, CreateAliasRequest input) {
    try {
      return Objects.requireNonNull(call.invoke(LambdaModel.CREATE_ALIAS, input).aliasArn());
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_CONFLICT_EXCEPTION) {
        throw e;
      }
      var there =
          call.invoke(
              LambdaModel.GET_ALIAS, new GetAliasRequest(input.functionName(), input.name()));
      if (!input.functionVersion().equals(there.functionVersion())) {
        throw e;
      }
      return Objects.requireNonNull(there.aliasArn());
    }
  }

  private static Resource resource(String arn) {
    return Resource.of(arn).with("AliasArn", arn);
  }

  private static Map<String, Double> weights(Json.Obj properties) {
    var weights = new HashMap<String, Double>();
    if (properties.get("RoutingConfig") instanceof Json.Obj routing
        && routing.get("AdditionalVersionWeights") instanceof Json.Arr all) {
      for (var each : all.items()) {
        if (!(each instanceof Json.Obj weight)) {
          throw CommonError.VALIDATION.because("Not of the right type: property RoutingConfig");
        }
        weights.put(
            Property.required(weight, "FunctionVersion"),
            Double.valueOf(Property.required(weight, "FunctionWeight")));
      }
    }
    return weights;
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var properties = request.properties();
    var description = Property.text(properties, "Description");
    call.invoke(
        LambdaModel.UPDATE_ALIAS,
        UpdateAliasRequest.builder()
            .functionName(Property.required(properties, "FunctionName"))
            .name(Property.required(properties, "Name"))
            .functionVersion(Property.required(properties, "FunctionVersion"))
            .description(description == null ? "" : description)
            .routingConfig(new AliasRoutingConfiguration(weights(properties)))
            .build());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_ALIAS,
                new DeleteAliasRequest(
                    Property.required(properties, "FunctionName"),
                    Property.required(properties, "Name"))));
  }
}
