package brume.lambda.operation.alias;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.UpdateAliasRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets an alias name other versions.
public final class UpdateAlias implements Operation<UpdateAliasRequest, AliasConfiguration> {
  private final Aliases aliases;
  private final FunctionAccess access;

  public UpdateAlias(Aliases aliases, FunctionAccess access) {
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, UpdateAliasRequest input) {
    return access.to(name(), function(call, input).unqualified());
  }

  @Override
  public AliasConfiguration run(Call call, UpdateAliasRequest input) {
    var revision = call.ids().uuid().toString();
    return aliases.change(
        function(call, input), input.revisionId(), before -> changed(before, input, revision));
  }

  private static AliasConfiguration changed(
      AliasConfiguration before, UpdateAliasRequest input, String revision) {
    var after = before.toBuilder().revisionId(revision);
    if (input.functionVersion() != null) {
      after.functionVersion(input.functionVersion());
    }
    if (input.description() != null) {
      after.description(input.description());
    }
    if (input.routingConfig() != null) {
      var weights = input.routingConfig().additionalVersionWeights();
      after.routingConfig(weights == null || weights.isEmpty() ? null : input.routingConfig());
    }
    return after.build();
  }

  private static FunctionName function(Call call, UpdateAliasRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).with(input.name());
  }
}
