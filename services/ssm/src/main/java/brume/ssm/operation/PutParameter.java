package brume.ssm.operation;

import static brume.model.ssm.SsmError.HIERARCHY_TYPE_MISMATCH_EXCEPTION;
import static brume.model.ssm.SsmError.PARAMETER_ALREADY_EXISTS;
import static brume.model.ssm.SsmError.VALIDATION_EXCEPTION;

import brume.model.ssm.ParameterHistory;
import brume.model.ssm.PutParameterRequest;
import brume.model.ssm.PutParameterResult;
import brume.model.ssm.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;
import brume.ssm.parameter.AllowedPattern;
import brume.ssm.parameter.ParameterName;
import brume.ssm.parameter.Tier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a parameter, or gives it another value, which is a new version of it.
public final class PutParameter implements Operation<PutParameterRequest, PutParameterResult> {
  private final Parameters parameters;

  public PutParameter(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, PutParameterRequest input) {
    var access =
        ParameterAccess.to(call, name(), input.name())
            .where("ssm:Overwrite", Boolean.toString(Boolean.TRUE.equals(input.overwrite())));
    return input.tags() == null ? access : ParameterAccess.tagged(access, input.tags());
  }

  @Override
  public PutParameterResult run(Call call, PutParameterRequest input) {
    Lacking.check(input);
    var name = new ParameterName(input.name());
    name.check();
    var tags = Objects.requireNonNullElse(input.tags(), List.<Tag>of());
    boolean isOverwrite = Boolean.TRUE.equals(input.overwrite());
    if (isOverwrite && !tags.isEmpty()) {
      throw VALIDATION_EXCEPTION.because(
          "Invalid request: tags and overwrite can't be used together. To create a parameter with"
              + " tags, please remove overwrite flag. To update tags for an existing parameter,"
              + " please use AddTagsToResource or RemoveTagsFromResource.");
    }
    return parameters.change(
        call.scope(),
        change -> {
          var before = change.latest(name);
          if (before != null && !isOverwrite) {
            throw PARAMETER_ALREADY_EXISTS.because(
                "The parameter already exists. To overwrite this value, set the overwrite option in"
                    + " the request to true.");
          }
          var version = version(call, input, before);
          change.add(name, version);
          if (!tags.isEmpty()) {
            change.tag(name, Tagged.and(List.of(), tags));
          }
          return new PutParameterResult(version.tier(), version.version());
        });
  }

  private static ParameterHistory version(
      Call call, PutParameterRequest input, @Nullable ParameterHistory before) {
    var tier = Tier.of(input.tier(), before == null ? null : before.tier(), input.value());
    var version =
        (before == null ? ParameterHistory.builder() : before.toBuilder())
            .name(input.name())
            .type(type(input, before))
            .value(input.value())
            .version(before == null ? 1 : Objects.requireNonNull(before.version()) + 1)
            .labels(null)
            .tier(tier.wireName())
            .dataType("text")
            .lastModifiedDate(call.now())
            .lastModifiedUser(call.caller().arn());
    if (input.description() != null) {
      version.description(input.description());
    }
    if (input.allowedPattern() != null) {
      version.allowedPattern(input.allowedPattern());
    }
    var made = version.build();
    AllowedPattern.check(made.allowedPattern(), input.value());
    return made;
  }

  private static String type(PutParameterRequest input, @Nullable ParameterHistory before) {
    var type = input.type() == null && before != null ? before.type() : input.type();
    if (type == null) {
      throw VALIDATION_EXCEPTION.because(
          "A parameter type is required when you create a parameter.");
    }
    if (before != null && !type.equals(before.type())) {
      throw HIERARCHY_TYPE_MISMATCH_EXCEPTION.because(
          "The parameter type can't be changed from " + before.type() + " to " + type + '.');
    }
    return type;
  }
}
