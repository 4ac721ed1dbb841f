package brume.ssm.operation;

import brume.model.ssm.GetParameterHistoryRequest;
import brume.model.ssm.GetParameterHistoryResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.ParameterName;
import java.util.Objects;

/// Lists the versions of a parameter, the oldest first.
public final class GetParameterHistory
    implements Operation<GetParameterHistoryRequest, GetParameterHistoryResult> {
  /// On a page, unless told. Source: Systems Manager API reference, "GetParameterHistory".
  private static final int MAX_RESULTS = 50;

  private final Parameters parameters;

  public GetParameterHistory(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, GetParameterHistoryRequest input) {
    return ParameterAccess.to(call, name(), input.name());
  }

  @Override
  public GetParameterHistoryResult run(Call call, GetParameterHistoryRequest input) {
    var page =
        parameters.history(
            call.scope(),
            ParameterName.of(input.name()),
            input.nextToken(),
            Objects.requireNonNullElse(input.maxResults(), MAX_RESULTS));
    if (page.items().isEmpty()) {
      throw Missing.parameter(input.name());
    }
    return new GetParameterHistoryResult(page.next(), page.items());
  }
}
