package brume.ssm.operation;

import brume.model.ssm.UnlabelParameterVersionRequest;
import brume.model.ssm.UnlabelParameterVersionResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Labels;
import brume.ssm.parameter.ParameterName;
import brume.ssm.parameter.Selector;
import java.util.Objects;

/// Takes labels from a version.
public final class UnlabelParameterVersion
    implements Operation<UnlabelParameterVersionRequest, UnlabelParameterVersionResult> {
  private final Parameters parameters;

  public UnlabelParameterVersion(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, UnlabelParameterVersionRequest input) {
    return ParameterAccess.to(call, name(), input.name());
  }

  @Override
  public UnlabelParameterVersionResult run(Call call, UnlabelParameterVersionRequest input) {
    var name = ParameterName.of(input.name());
    return parameters.change(
        call.scope(),
        change -> {
          if (change.latest(name) == null) {
            throw Missing.parameter(name.text());
          }
          var number = input.parameterVersion();
          var version =
              change.versions(name).stream()
                  .filter(each -> Objects.equals(each.version(), number))
                  .findFirst()
                  .orElseThrow(() -> Missing.of(new Selector(name, number.toString()), true));
          var removed = input.labels().stream().filter(Labels.of(version)::contains).toList();
          var invalid = input.labels().stream().filter(each -> !removed.contains(each)).toList();
          change.replace(name, Labels.detached(version, removed));
          return new UnlabelParameterVersionResult(invalid, removed);
        });
  }
}
