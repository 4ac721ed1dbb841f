package brume.ssm.operation;

import brume.model.ssm.GetParametersByPathRequest;
import brume.model.ssm.GetParametersByPathResult;
import brume.model.ssm.SsmError;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Described;
import brume.ssm.parameter.Filters;
import brume.ssm.parameter.ParameterName;
import java.util.Objects;

/// Gives the values of the parameters under a path, page by page.
public final class GetParametersByPath
    implements Operation<GetParametersByPathRequest, GetParametersByPathResult> {
  /// On a page, unless told. Source: Systems Manager API reference, "GetParametersByPath".
  private static final int MAX_RESULTS = 10;

  private final Parameters parameters;

  public GetParametersByPath(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, GetParametersByPathRequest input) {
    return ParameterAccess.toPath(call, name(), input.path())
        .where("ssm:Recursive", Boolean.toString(Boolean.TRUE.equals(input.recursive())));
  }

  @Override
  public GetParametersByPathResult run(Call call, GetParametersByPathRequest input) {
    var path = input.path();
    if (!path.startsWith("/")) {
      throw SsmError.VALIDATION_EXCEPTION.because(
          "The parameter doesn't meet the parameter name requirements. The parameter name must"
              + " begin with a forward slash \"/\".");
    }
    boolean isRecursive = Boolean.TRUE.equals(input.recursive());
    var filters = Filters.of(input.parameterFilters());
    var stem = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    var page =
        parameters.page(
            call.scope(),
            new ParameterName(stem).levels(),
            input.nextToken(),
            Objects.requireNonNullElse(input.maxResults(), MAX_RESULTS),
            version ->
                Filters.isUnder(path, Objects.requireNonNull(version.name()), isRecursive)
                    && filters.test(version));
    var values =
        page.items().stream().map(each -> Described.value(call.scope(), each, "")).toList();
    return new GetParametersByPathResult(page.next(), values);
  }
}
