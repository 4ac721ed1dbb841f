package brume.lambda.operation;

import brume.lambda.code.Uploads;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionChange;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.lambda.invoke.Anticipation;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.UpdateFunctionCodeRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives a function another package.
public final class UpdateFunctionCode
    implements Operation<UpdateFunctionCodeRequest, FunctionConfiguration> {
  private final Functions functions;
  private final Versions versions;
  private final Uploads uploads;
  private final LayerUse layers;
  private final FunctionAccess access;
  private final Presentation presentation;
  private final Anticipation anticipation;

  public UpdateFunctionCode(
      Functions functions,
      Versions versions,
      Uploads uploads,
      LayerUse layers,
      FunctionAccess access,
      Presentation presentation,
      Anticipation anticipation) {
    this.functions = functions;
    this.versions = versions;
    this.uploads = uploads;
    this.layers = layers;
    this.access = access;
    this.presentation = presentation;
    this.anticipation = anticipation;
  }

  @Override
  public Access access(Call call, UpdateFunctionCodeRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionConfiguration run(Call call, UpdateFunctionCodeRequest input) {
    Lacking.check(input);
    var function = function(call, input);
    var source =
        new Uploads.Source(
            input.zipFile(), input.s3Bucket(), input.s3Key(), input.s3ObjectVersion());
    var current = versions.get(function);
    var archive = uploads.take(call, source);
    layers.check(current, archive.unpackedSize());
    var change = new FunctionChange(function.name(), call.ids().uuid().toString(), call.now());
    if (Boolean.TRUE.equals(input.dryRun())) {
      Functions.checkRevision(current.revisionId(), input.revisionId());
      return presentation.of(change.code(current, archive, input.architectures()));
    }
    var changed =
        functions.change(
            function,
            input.revisionId(),
            before -> change.code(before, archive, input.architectures()));
    return presentation.of(
        anticipation.deployed(
            Boolean.TRUE.equals(input.publish())
                ? versions.publish(function, Versions.Publication.now(call))
                : changed));
  }

  private static FunctionName function(Call call, UpdateFunctionCodeRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
