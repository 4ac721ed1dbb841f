package brume.ssm.operation;

import brume.model.ssm.GetParametersRequest;
import brume.model.ssm.GetParametersResult;
import brume.model.ssm.Parameter;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Described;
import brume.ssm.parameter.Selector;
import java.util.ArrayList;

/// Gives the values of several parameters, and the names of those that are not there.
public final class GetParameters implements Operation<GetParametersRequest, GetParametersResult> {
  private final Parameters parameters;

  public GetParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, GetParametersRequest input) {
    return ParameterAccess.toAll(call, name(), input.names());
  }

  @Override
  public GetParametersResult run(Call call, GetParametersRequest input) {
    var found = new ArrayList<Parameter>();
    var invalid = new ArrayList<String>();
    for (var name : input.names()) {
      var selector = Selector.parse(name);
      var version = parameters.find(call.scope(), selector);
      if (version == null) {
        invalid.add(name);
      } else {
        found.add(Described.value(call.scope(), version, selector.selector()));
      }
    }
    return new GetParametersResult(invalid, found);
  }
}
