package brume.logs.resource;

import static brume.model.logs.CloudWatchLogsError.RESOURCE_ALREADY_EXISTS_EXCEPTION;
import static brume.model.logs.CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogStreamRequest;
import brume.model.logs.DeleteLogStreamRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Set;

/// `AWS::Logs::LogStream`. `Ref` gives the name.
public final class LogStreamResource implements ResourceType {
  private static final int MAX_NAME = 512;

  @Override
  public String name() {
    return "AWS::Logs::LogStream";
  }

  @Override
  public Set<String> properties() {
    return Set.of("LogGroupName", "LogStreamName");
  }

  @Override
  public Set<String> createOnly() {
    return properties();
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    boolean isGeneratedName = !properties.has("LogStreamName");
    if (isGeneratedName) {
      properties = properties.with("LogStreamName", Json.of(request.generatedName(MAX_NAME)));
    }
    var input = TemplateProperties.read(properties, CreateLogStreamRequest.SHAPE);
    try {
      call.invoke(CloudWatchLogsModel.CREATE_LOG_STREAM, input);
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_ALREADY_EXISTS_EXCEPTION || !isGeneratedName) {
        throw e;
      }
    }
    return Resource.of(input.logStreamName());
  }

  /// Nothing of a stream can change.
  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var group = properties.get("LogGroupName");
    try {
      call.invoke(
          CloudWatchLogsModel.DELETE_LOG_STREAM,
          DeleteLogStreamRequest.builder()
              .logGroupName(group == null ? null : group.text())
              .logStreamName(current.physicalId())
              .build());
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
