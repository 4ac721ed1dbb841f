package brume.ssm.operation;

import brume.model.ssm.DescribeParametersRequest;
import brume.model.ssm.DescribeParametersResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Described;
import brume.ssm.parameter.Filters;
import java.util.List;
import java.util.Objects;

/// Lists parameters without their values, page by page.
public final class DescribeParameters
    implements Operation<DescribeParametersRequest, DescribeParametersResult> {
  /// On a page, unless told. Source: Systems Manager API reference, "DescribeParameters".
  private static final int MAX_RESULTS = 50;

  private final Parameters parameters;

  public DescribeParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, DescribeParametersRequest input) {
    return Access.toAny("ssm:DescribeParameters");
  }

  @Override
  public DescribeParametersResult run(Call call, DescribeParametersRequest input) {
    Lacking.check(input);
    var page =
        parameters.page(
            call.scope(),
            List.of(),
            input.nextToken(),
            Objects.requireNonNullElse(input.maxResults(), MAX_RESULTS),
            Filters.of(input.parameterFilters()));
    var all = page.items().stream().map(each -> Described.metadata(call.scope(), each)).toList();
    return new DescribeParametersResult(page.next(), all);
  }
}
