package brume.lambda.operation.alias;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.CreateAliasRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Names a version, or two that share its requests.
public final class CreateAlias implements Operation<CreateAliasRequest, AliasConfiguration> {
  private final Aliases aliases;
  private final FunctionAccess access;

  public CreateAlias(Aliases aliases, FunctionAccess access) {
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, CreateAliasRequest input) {
    return access.to(name(), function(call, input).unqualified());
  }

  @Override
  public AliasConfiguration run(Call call, CreateAliasRequest input) {
    var alias = function(call, input);
    return aliases.create(
        alias,
        AliasConfiguration.builder()
            .aliasArn(alias.arn().toString())
            .name(input.name())
            .functionVersion(input.functionVersion())
            .description(input.description() == null ? "" : input.description())
            .routingConfig(input.routingConfig())
            .revisionId(call.ids().uuid().toString())
            .build());
  }

  private static FunctionName function(Call call, CreateAliasRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).with(input.name());
  }
}
