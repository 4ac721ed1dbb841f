package brume.lambda.operation.alias;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.DeleteAliasRequest;
import brume.model.lambda.DeleteAliasResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an alias and its policy; its versions stay.
public final class DeleteAlias implements Operation<DeleteAliasRequest, DeleteAliasResponse> {
  private final Aliases aliases;
  private final FunctionAccess access;

  public DeleteAlias(Aliases aliases, FunctionAccess access) {
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteAliasRequest input) {
    return access.to(name(), function(call, input).unqualified());
  }

  @Override
  public DeleteAliasResponse run(Call call, DeleteAliasRequest input) {
    aliases.delete(function(call, input));
    return new DeleteAliasResponse();
  }

  private static FunctionName function(Call call, DeleteAliasRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).with(input.name());
  }
}
