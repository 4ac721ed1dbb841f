package brume.lambda.operation;

import brume.lambda.code.Archives;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.function.FunctionChange;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Lacking;
import brume.lambda.invoke.Anticipation;
import brume.lambda.invoke.RoleSessions;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.Layer;
import brume.model.lambda.UpdateFunctionConfigurationRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes everything of a function but its package.
public final class UpdateFunctionConfiguration
    implements Operation<UpdateFunctionConfigurationRequest, FunctionConfiguration> {
  private final Functions functions;
  private final Archives archives;
  private final LayerUse layers;
  private final RoleSessions roles;
  private final FunctionAccess access;
  private final Presentation presentation;
  private final Anticipation anticipation;

  public UpdateFunctionConfiguration(
      Functions functions,
      Archives archives,
      LayerUse layers,
      RoleSessions roles,
      FunctionAccess access,
      Presentation presentation,
      Anticipation anticipation) {
    this.functions = functions;
    this.archives = archives;
    this.layers = layers;
    this.roles = roles;
    this.access = access;
    this.presentation = presentation;
    this.anticipation = anticipation;
  }

  @Override
  public Access access(Call call, UpdateFunctionConfigurationRequest input) {
    var needed =
        layers
            .withCondition(access.to(name(), function(call, input)), input.layers())
            .and(layers.access(call, input.layers()));
    return input.role() == null ? needed : needed.and(FunctionAccess.toPass(input.role()));
  }

  @Override
  public FunctionConfiguration run(Call call, UpdateFunctionConfigurationRequest input) {
    Lacking.check(input);
    var function = function(call, input);
    if (input.role() != null) {
      roles.check(function.arn(), input.role());
    }
    var change = new FunctionChange(function.name(), call.ids().uuid().toString(), call.now());
    return presentation.of(
        anticipation.deployed(
            functions.change(
                function,
                input.revisionId(),
                before -> change.configuration(before, input, layers(call, input, before)))));
  }

  /// Null where the request leaves them as they are.
  private @Nullable List<Layer> layers(
      Call call, UpdateFunctionConfigurationRequest input, FunctionConfiguration before) {
    try {
      return input.layers() == null
          ? null
          : layers.describe(
              call,
              input.layers(),
              archives.unpackedSize(Objects.requireNonNull(before.codeSha256())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FunctionName function(Call call, UpdateFunctionConfigurationRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
