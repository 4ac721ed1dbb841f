package brume.ssm.operation;

import brume.model.ssm.DeleteParameterRequest;
import brume.model.ssm.DeleteParameterResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.ParameterName;

/// Deletes a parameter with all its versions.
public final class DeleteParameter
    implements Operation<DeleteParameterRequest, DeleteParameterResult> {
  private final Parameters parameters;

  public DeleteParameter(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, DeleteParameterRequest input) {
    return ParameterAccess.to(call, name(), input.name());
  }

  @Override
  public DeleteParameterResult run(Call call, DeleteParameterRequest input) {
    var name = ParameterName.of(input.name());
    boolean isDeleted = parameters.change(call.scope(), change -> change.delete(name));
    if (!isDeleted) {
      throw Missing.parameter(input.name());
    }
    return new DeleteParameterResult();
  }
}
