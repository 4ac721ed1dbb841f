package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.DeleteEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListEventSourceMappingsRequest;
import brume.model.lambda.UpdateEventSourceMappingRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Objects;
import java.util.Set;

/// `AWS::Lambda::EventSourceMapping`. `Ref` and `Id` give its id.
public final class EventSourceMappingResource implements ResourceType {
  /// What each is when a template no longer says it.
  private static final Json.Obj USUAL =
      Json.object(
          "Enabled", Json.of(true),
          "FunctionResponseTypes", Json.Arr.EMPTY,
          "FilterCriteria", Json.Obj.EMPTY,
          "DestinationConfig", Json.Obj.EMPTY,
          "ScalingConfig", Json.Obj.EMPTY);

  @Override
  public String name() {
    return "AWS::Lambda::EventSourceMapping";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "BatchSize",
        "BisectBatchOnFunctionError",
        "DestinationConfig",
        "Enabled",
        "EventSourceArn",
        "FilterCriteria",
        "FunctionName",
        "FunctionResponseTypes",
        "MaximumBatchingWindowInSeconds",
        "MaximumRecordAgeInSeconds",
        "MaximumRetryAttempts",
        "ParallelizationFactor",
        "ScalingConfig",
        "StartingPosition");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("EventSourceArn", "StartingPosition");
  }

  @Override
  public Resource create(Call call, Request request) {
    var input =
        TemplateProperties.read(request.properties(), CreateEventSourceMappingRequest.SHAPE);
    var mapping = made(call, input);
    return Resource.of(Objects.requireNonNull(mapping.uuid()))
        .with("Id", mapping.uuid())
        .with("EventSourceMappingArn", Objects.requireNonNull(mapping.eventSourceMappingArn()));
  }

  /// A step that is run again after a crash finds the mapping that it made.
  private static EventSourceMappingConfiguration made(
      Call call, CreateEventSourceMappingRequest input) {
    try {
      return call.invoke(LambdaModel.CREATE_EVENT_SOURCE_MAPPING, input);
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_CONFLICT_EXCEPTION) {
        throw e;
      }
      var listed =
          call.invoke(
              LambdaModel.LIST_EVENT_SOURCE_MAPPINGS,
              ListEventSourceMappingsRequest.builder()
                  .eventSourceArn(input.eventSourceArn())
                  .functionName(input.functionName())
                  .build());
      return Objects.requireNonNull(listed.eventSourceMappings()).getFirst();
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var wanted =
        request
            .properties()
            .without("EventSourceArn")
            .without("StartingPosition")
            .with("UUID", Json.of(current.physicalId()));
    for (var usual : USUAL.fields().entrySet()) {
      if (before.has(usual.getKey()) && !wanted.has(usual.getKey())) {
        wanted = wanted.with(usual.getKey(), usual.getValue());
      }
    }
    call.invoke(
        LambdaModel.UPDATE_EVENT_SOURCE_MAPPING,
        TemplateProperties.read(wanted, UpdateEventSourceMappingRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_EVENT_SOURCE_MAPPING,
                new DeleteEventSourceMappingRequest(current.physicalId())));
  }
}
