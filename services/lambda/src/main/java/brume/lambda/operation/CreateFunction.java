package brume.lambda.operation;

import brume.lambda.code.Uploads;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.lambda.function.NewFunction;
import brume.lambda.invoke.Anticipation;
import brume.lambda.invoke.RoleSessions;
import brume.model.lambda.CreateFunctionRequest;
import brume.model.lambda.FunctionConfiguration;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Makes a function. It is active at once.
public final class CreateFunction
    implements Operation<CreateFunctionRequest, FunctionConfiguration> {
  private final Functions functions;
  private final Versions versions;
  private final Uploads uploads;
  private final LayerUse layers;
  private final RoleSessions roles;
  private final Presentation presentation;
  private final Anticipation anticipation;

  public CreateFunction(
      Functions functions,
      Versions versions,
      Uploads uploads,
      LayerUse layers,
      RoleSessions roles,
      Presentation presentation,
      Anticipation anticipation) {
    this.functions = functions;
    this.versions = versions;
    this.uploads = uploads;
    this.layers = layers;
    this.roles = roles;
    this.presentation = presentation;
    this.anticipation = anticipation;
  }

  @Override
  public Access access(Call call, CreateFunctionRequest input) {
    var function = FunctionName.of(call.scope(), input.functionName()).unqualified();
    return layers
        .withCondition(Access.to("lambda:CreateFunction", function.arn()), input.layers())
        .and(FunctionAccess.toPass(input.role()))
        .and(layers.access(call, input.layers()));
  }

  @Override
  public FunctionConfiguration run(Call call, CreateFunctionRequest input) {
    Lacking.check(input);
    var function = FunctionName.of(call.scope(), input.functionName()).unqualified();
    var code = input.code();
    var archive =
        uploads.take(
            call,
            new Uploads.Source(
                code.zipFile(), code.s3Bucket(), code.s3Key(), code.s3ObjectVersion()));
    var used = layers.describe(call, input.layers(), archive.unpackedSize());
    var configuration =
        NewFunction.describe(
            input, function.scope(), archive, used, call.ids().uuid().toString(), call.now());
    roles.check(function.arn(), input.role());
    functions.create(function, configuration, input.tags() == null ? Map.of() : input.tags());
    return presentation.of(
        anticipation.deployed(
            Boolean.TRUE.equals(input.publish())
                ? versions.publish(function, Versions.Publication.now(call))
                : configuration));
  }
}
