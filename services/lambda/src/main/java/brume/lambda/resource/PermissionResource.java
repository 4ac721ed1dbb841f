package brume.lambda.resource;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.lambda.AddPermissionRequest;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.RemovePermissionRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Set;

/// `AWS::Lambda::Permission`. `Ref` and `Id` give the id of its statement.
public final class PermissionResource extends Published {
  private static final int MAX_ID = 100;

  @Override
  public String name() {
    return "AWS::Lambda::Permission";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "Action",
        "FunctionName",
        "Principal",
        "PrincipalOrgID",
        "SourceAccount",
        "SourceArn",
        "EventSourceToken",
        "FunctionUrlAuthType",
        "InvokedViaFunctionUrl");
  }

  /// A step that is run again after a crash finds the statement that it made: its id is its own.
  @Override
  public Resource create(Call call, Request request) {
    var id = request.generatedName(MAX_ID);
    var input =
        TemplateProperties.read(
            request.properties().with("StatementId", Json.of(id)), AddPermissionRequest.SHAPE);
    Property.unless(
        RESOURCE_CONFLICT_EXCEPTION, () -> call.invoke(LambdaModel.ADD_PERMISSION, input));
    return Resource.of(id).with("Id", id);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    Property.unless(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () ->
            call.invoke(
                LambdaModel.REMOVE_PERMISSION,
                RemovePermissionRequest.builder()
                    .functionName(Property.required(properties, "FunctionName"))
                    .statementId(current.physicalId())
                    .build()));
  }
}
