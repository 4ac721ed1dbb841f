package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.lambda.invoke.Anticipation;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.PublishVersionRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Fixes what a function is now under a number.
public final class PublishVersion
    implements Operation<PublishVersionRequest, FunctionConfiguration> {
  private final Versions versions;
  private final FunctionAccess access;
  private final Presentation presentation;
  private final Anticipation anticipation;

  public PublishVersion(
      Versions versions,
      FunctionAccess access,
      Presentation presentation,
      Anticipation anticipation) {
    this.versions = versions;
    this.access = access;
    this.presentation = presentation;
    this.anticipation = anticipation;
  }

  @Override
  public Access access(Call call, PublishVersionRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionConfiguration run(Call call, PublishVersionRequest input) {
    Lacking.refuse("PublishTo", input.publishTo());
    var publication =
        new Versions.Publication(
            input.revisionId(),
            input.codeSha256(),
            input.description(),
            call.ids().uuid().toString());
    return presentation.of(
        anticipation.deployed(versions.publish(function(call, input), publication)));
  }

  private static FunctionName function(Call call, PublishVersionRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
