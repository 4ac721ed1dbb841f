package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.PublishVersionRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::Lambda::Version`. `Ref` and `FunctionArn` give its ARN, `Version` its number.
public final class VersionResource extends Published {
  @Override
  public String name() {
    return "AWS::Lambda::Version";
  }

  @Override
  public Set<String> properties() {
    return Set.of("FunctionName", "Description", "CodeSha256");
  }

  /// A function that did not change since its last version has no other: a step that is run again
  /// after a crash finds the version that it made.
  @Override
  public Resource create(Call call, Request request) {
    var published =
        call.invoke(
            LambdaModel.PUBLISH_VERSION,
            TemplateProperties.read(request.properties(), PublishVersionRequest.SHAPE));
    var arn = Objects.requireNonNull(published.functionArn());
    return Resource.of(arn)
        .with("FunctionArn", arn)
        .with("Version", Objects.requireNonNull(published.version()));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.DELETE_FUNCTION,
                new DeleteFunctionRequest(current.physicalId(), null)));
  }
}
