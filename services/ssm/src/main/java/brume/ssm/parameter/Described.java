package brume.ssm.parameter;

import brume.base.Scope;
import brume.model.ssm.Parameter;
import brume.model.ssm.ParameterHistory;
import brume.model.ssm.ParameterMetadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version of a parameter as clients are told of it.
public final class Described {
  private Described() {}

  /// @param selector with which the version was asked for; empty for none
  public static Parameter value(Scope scope, ParameterHistory version, String selector) {
    return Parameter.builder()
        .name(version.name())
        .type(version.type())
        .value(version.value())
        .version(version.version())
        .selector(selector.isEmpty() ? null : ':' + selector)
        .lastModifiedDate(version.lastModifiedDate())
        .dataType(version.dataType())
        .arn(arn(scope, version))
        .build();
  }

  public static ParameterMetadata metadata(Scope scope, ParameterHistory version) {
    return ParameterMetadata.builder()
        .name(version.name())
        .arn(arn(scope, version))
        .type(version.type())
        .description(version.description())
        .allowedPattern(version.allowedPattern())
        .lastModifiedDate(version.lastModifiedDate())
        .lastModifiedUser(version.lastModifiedUser())
        .version(version.version())
        .tier(version.tier())
        .dataType(version.dataType())
        .policies(java.util.List.of())
        .build();
  }

  private static @Nullable String arn(Scope scope, ParameterHistory version) {
    return new ParameterName(Objects.requireNonNull(version.name())).arn(scope).toString();
  }
}
