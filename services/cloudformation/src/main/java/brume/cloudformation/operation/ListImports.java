package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.Exports;
import brume.model.cloudformation.ListImportsInput;
import brume.model.cloudformation.ListImportsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the stacks that import an export, all at once.
public final class ListImports implements Operation<ListImportsInput, ListImportsOutput> {
  private final Exports exports;

  public ListImports(Exports exports) {
    this.exports = exports;
  }

  @Override
  public Access access(Call call, ListImportsInput input) {
    return Access.toAny("cloudformation:ListImports");
  }

  @Override
  public ListImportsOutput run(Call call, ListImportsInput input) {
    var importers = exports.importers(call.scope(), input.exportName());
    if (importers.isEmpty()) {
      throw VALIDATION_ERROR.because(
          "Export '" + input.exportName() + "' is not imported by any stack.");
    }
    return new ListImportsOutput(importers, null);
  }
}
