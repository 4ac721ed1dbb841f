package brume.lambda.operation.alias;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.GetAliasRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what an alias stands for.
public final class GetAlias implements Operation<GetAliasRequest, AliasConfiguration> {
  private final Aliases aliases;
  private final FunctionAccess access;

  public GetAlias(Aliases aliases, FunctionAccess access) {
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetAliasRequest input) {
    return access.to(name(), function(call, input).unqualified());
  }

  @Override
  public AliasConfiguration run(Call call, GetAliasRequest input) {
    return aliases.get(function(call, input));
  }

  private static FunctionName function(Call call, GetAliasRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).with(input.name());
  }
}
