package brume.cloudformation.operation;

import brume.cloudformation.data.Exports;
import brume.model.cloudformation.ListExportsInput;
import brume.model.cloudformation.ListExportsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists what the stacks of the account and region export, by name.
public final class ListExports implements Operation<ListExportsInput, ListExportsOutput> {
  private static final int PAGE = 100;

  private final Exports exports;

  public ListExports(Exports exports) {
    this.exports = exports;
  }

  @Override
  public Access access(Call call, ListExportsInput input) {
    return Access.toAny("cloudformation:ListExports");
  }

  @Override
  public ListExportsOutput run(Call call, ListExportsInput input) {
    var page = exports.page(call.scope(), input.nextToken(), PAGE);
    return new ListExportsOutput(page.items(), page.next());
  }
}
