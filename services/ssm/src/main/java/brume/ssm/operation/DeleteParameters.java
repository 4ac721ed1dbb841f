package brume.ssm.operation;

import brume.model.ssm.DeleteParametersRequest;
import brume.model.ssm.DeleteParametersResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.ParameterName;
import java.util.ArrayList;

/// Deletes several parameters, and names those that were not there.
public final class DeleteParameters
    implements Operation<DeleteParametersRequest, DeleteParametersResult> {
  private final Parameters parameters;

  public DeleteParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, DeleteParametersRequest input) {
    return ParameterAccess.toAll(call, name(), input.names());
  }

  @Override
  public DeleteParametersResult run(Call call, DeleteParametersRequest input) {
    return parameters.change(
        call.scope(),
        change -> {
          var deleted = new ArrayList<String>();
          var invalid = new ArrayList<String>();
          for (var name : input.names()) {
            (change.delete(ParameterName.of(name)) ? deleted : invalid).add(name);
          }
          return new DeleteParametersResult(deleted, invalid);
        });
  }
}
