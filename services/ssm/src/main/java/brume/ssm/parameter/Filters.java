package brume.ssm.parameter;

import static brume.model.ssm.SsmError.INVALID_FILTER_KEY;
import static brume.model.ssm.SsmError.INVALID_FILTER_OPTION;
import static brume.model.ssm.SsmError.INVALID_FILTER_VALUE;

import brume.model.ssm.ParameterHistory;
import brume.model.ssm.ParameterStringFilter;
import brume.service.CommonError;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which parameters a listing wants: those that all its filters select.
public final class Filters {
  private Filters() {}

  public static Predicate<ParameterHistory> of(@Nullable List<ParameterStringFilter> filters) {
    Predicate<ParameterHistory> all = _ -> true;
    for (var filter : Objects.requireNonNullElse(filters, List.<ParameterStringFilter>of())) {
      all = all.and(of(filter));
    }
    return all;
  }

  private static Predicate<ParameterHistory> of(ParameterStringFilter filter) {
    var values = Objects.requireNonNullElse(filter.values(), List.<String>of());
    if (values.isEmpty()) {
      throw INVALID_FILTER_VALUE.because("The filter value is not valid. It must not be empty.");
    }
    var option = filter.option();
    return switch (filter.key()) {
      case "Name" -> named(option, values);
      case "Path" -> under(option, values);
      case "Type" -> equal(filter, values, ParameterHistory::type);
      case "Tier" -> equal(filter, values, ParameterHistory::tier);
      case "DataType" -> equal(filter, values, ParameterHistory::dataType);
      default -> {
        if (filter.key().startsWith("tag:")
            || filter.key().equals("Label")
            || filter.key().equals("KeyId")) {
          throw CommonError.NOT_IMPLEMENTED.because(
              "Brume's Parameter Store does not have the filter " + filter.key() + " yet");
        }
        throw INVALID_FILTER_KEY.because("The filter key is not valid: " + filter.key());
      }
    };
  }

  private static Predicate<ParameterHistory> named(@Nullable String option, List<String> values) {
    return switch (option) {
      case null -> version -> values.contains(version.name());
      case "Equals" -> version -> values.contains(version.name());
      case "BeginsWith" -> version -> values.stream().anyMatch(name(version)::startsWith);
      case "Contains" -> version -> values.stream().anyMatch(name(version)::contains);
      default -> throw invalidOption(option);
    };
  }

  private static Predicate<ParameterHistory> under(@Nullable String option, List<String> values) {
    boolean isRecursive = "Recursive".equals(option);
    if (!isRecursive && option != null && !option.equals("OneLevel")) {
      throw invalidOption(option);
    }
    return version -> values.stream().anyMatch(path -> isUnder(path, name(version), isRecursive));
  }

  /// Whether a name lies in a path: directly, or at any depth.
  public static boolean isUnder(String path, String name, boolean recursive) {
    var parent = path.endsWith("/") ? path : path + '/';
    return name.startsWith(parent) && (recursive || name.indexOf('/', parent.length()) < 0);
  }

  private static Predicate<ParameterHistory> equal(
      ParameterStringFilter filter,
      List<String> values,
      java.util.function.Function<ParameterHistory, @Nullable String> of) {
    var option = filter.option();
    if (option != null && !option.equals("Equals")) {
      throw invalidOption(option);
    }
    return version -> values.contains(of.apply(version));
  }

  private static String name(ParameterHistory version) {
    return Objects.requireNonNull(version.name());
  }

  private static RuntimeException invalidOption(String option) {
    return INVALID_FILTER_OPTION.because("The filter option is not valid: " + option);
  }
}
