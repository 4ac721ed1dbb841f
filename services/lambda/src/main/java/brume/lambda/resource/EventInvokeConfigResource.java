package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.DeleteFunctionEventInvokeConfigRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.PutFunctionEventInvokeConfigRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import java.util.Set;

/// `AWS::Lambda::EventInvokeConfig`. `Ref` gives an id that nothing else knows.
public final class EventInvokeConfigResource implements ResourceType {
  private static final int MAX_ID = 255;

  @Override
  public String name() {
    return "AWS::Lambda::EventInvokeConfig";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "FunctionName",
        "Qualifier",
        "DestinationConfig",
        "MaximumEventAgeInSeconds",
        "MaximumRetryAttempts");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("FunctionName", "Qualifier");
  }

  @Override
  public Resource create(Call call, Request request) {
    put(call, request);
    return Resource.of(request.generatedName(MAX_ID));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    put(call, request);
    return current;
  }

  private static void put(Call call, Request request) {
    call.invoke(
        LambdaModel.PUT_FUNCTION_EVENT_INVOKE_CONFIG,
        TemplateProperties.read(request.properties(), PutFunctionEventInvokeConfigRequest.SHAPE));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_FUNCTION_EVENT_INVOKE_CONFIG,
                new DeleteFunctionEventInvokeConfigRequest(
                    Property.required(properties, "FunctionName"),
                    Property.text(properties, "Qualifier"))));
  }
}
