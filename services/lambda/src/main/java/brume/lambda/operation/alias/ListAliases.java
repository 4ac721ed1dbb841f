package brume.lambda.operation.alias;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.ListAliasesRequest;
import brume.model.lambda.ListAliasesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the aliases of a function, of one of its versions if asked to.
public final class ListAliases implements Operation<ListAliasesRequest, ListAliasesResponse> {
  private final Aliases aliases;
  private final FunctionAccess access;

  public ListAliases(Aliases aliases, FunctionAccess access) {
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListAliasesRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public ListAliasesResponse run(Call call, ListAliasesRequest input) {
    var page = aliases.page(function(call, input), input.marker(), input.maxItems());
    var version = input.functionVersion();
    var shown =
        page.items().stream()
            .filter(alias -> version == null || version.equals(alias.functionVersion()))
            .toList();
    return new ListAliasesResponse(shown, page.next());
  }

  private static FunctionName function(Call call, ListAliasesRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
