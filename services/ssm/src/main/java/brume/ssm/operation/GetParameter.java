package brume.ssm.operation;

import brume.model.ssm.GetParameterRequest;
import brume.model.ssm.GetParameterResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Described;
import brume.ssm.parameter.Selector;

/// Gives the value of a parameter: the latest one, or that of a version or label.
public final class GetParameter implements Operation<GetParameterRequest, GetParameterResult> {
  private final Parameters parameters;

  public GetParameter(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, GetParameterRequest input) {
    return ParameterAccess.to(call, name(), input.name());
  }

  @Override
  public GetParameterResult run(Call call, GetParameterRequest input) {
    var selector = Selector.parse(input.name());
    var version = parameters.find(call.scope(), selector);
    if (version == null) {
      var latest = parameters.find(call.scope(), new Selector(selector.name(), ""));
      throw Missing.of(selector, latest != null);
    }
    return new GetParameterResult(Described.value(call.scope(), version, selector.selector()));
  }
}
