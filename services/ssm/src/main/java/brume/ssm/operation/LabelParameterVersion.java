package brume.ssm.operation;

import brume.model.ssm.LabelParameterVersionRequest;
import brume.model.ssm.LabelParameterVersionResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.ParameterChange;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.Labels;
import brume.ssm.parameter.ParameterName;
import brume.ssm.parameter.Selector;
import java.util.List;
import java.util.Objects;

/// Attaches labels to a version, from which they leave any other.
public final class LabelParameterVersion
    implements Operation<LabelParameterVersionRequest, LabelParameterVersionResult> {
  private final Parameters parameters;

  public LabelParameterVersion(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, LabelParameterVersionRequest input) {
    return ParameterAccess.to(call, name(), input.name());
  }

  @Override
  public LabelParameterVersionResult run(Call call, LabelParameterVersionRequest input) {
    var name = ParameterName.of(input.name());
    var valid = input.labels().stream().filter(Labels::isValid).toList();
    var invalid = input.labels().stream().filter(label -> !Labels.isValid(label)).toList();
    long labelled =
        parameters.change(
            call.scope(),
            change -> {
              var latest = change.latest(name);
              if (latest == null) {
                throw Missing.parameter(name.text());
              }
              var number =
                  Objects.requireNonNullElse(
                      input.parameterVersion(), Objects.requireNonNull(latest.version()));
              attach(change, name, number, valid);
              return number;
            });
    return new LabelParameterVersionResult(invalid, labelled);
  }

  private static void attach(
      ParameterChange change, ParameterName name, long number, List<String> labels) {
    boolean isThere = false;
    for (var version : change.versions(name)) {
      boolean isMeant = Objects.equals(version.version(), number);
      isThere |= isMeant;
      change.replace(
          name, isMeant ? Labels.attached(version, labels) : Labels.detached(version, labels));
    }
    if (!isThere) {
      throw Missing.of(new Selector(name, Long.toString(number)), true);
    }
  }
}
