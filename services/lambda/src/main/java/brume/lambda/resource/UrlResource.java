package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.CreateFunctionUrlConfigRequest;
import brume.model.lambda.DeleteFunctionUrlConfigRequest;
import brume.model.lambda.GetFunctionUrlConfigRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.UpdateFunctionUrlConfigRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import java.util.Set;

/// `AWS::Lambda::Url`. `Ref` and `FunctionArn` give the function's ARN, `FunctionUrl` the address.
public final class UrlResource implements ResourceType {
  private static final String TARGET = "TargetFunctionArn";

  @Override
  public String name() {
    return "AWS::Lambda::Url";
  }

  @Override
  public Set<String> properties() {
    return Set.of("AuthType", "Cors", "InvokeMode", "Qualifier", TARGET);
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Qualifier", TARGET);
  }

  /// A step that is run again after a crash finds the address that it made.
  @Override
  public Resource create(Call call, Request request) {
    var input =
        TemplateProperties.read(named(request.properties()), CreateFunctionUrlConfigRequest.SHAPE);
    Property.unless(
        RESOURCE_CONFLICT_EXCEPTION,
        () -> call.invoke(LambdaModel.CREATE_FUNCTION_URL_CONFIG, input));
    var made =
        call.invoke(
            LambdaModel.GET_FUNCTION_URL_CONFIG,
            new GetFunctionUrlConfigRequest(input.functionName(), input.qualifier()));
    return Resource.of(made.functionArn())
        .with("FunctionArn", made.functionArn())
        .with("FunctionUrl", made.functionUrl());
  }

  private static Json.Obj named(Json.Obj properties) {
    return properties
        .without(TARGET)
        .with("FunctionName", Json.of(Property.required(properties, TARGET)));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var properties = named(request.properties());
    var wanted = properties.has("Cors") ? properties : properties.with("Cors", Json.Obj.EMPTY);
    call.invoke(
        LambdaModel.UPDATE_FUNCTION_URL_CONFIG,
        TemplateProperties.read(wanted, UpdateFunctionUrlConfigRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_FUNCTION_URL_CONFIG,
                new DeleteFunctionUrlConfigRequest(
                    Property.required(properties, TARGET),
                    Property.text(properties, "Qualifier"))));
  }
}
