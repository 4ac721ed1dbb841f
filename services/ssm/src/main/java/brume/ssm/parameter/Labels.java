package brume.ssm.parameter;

import static brume.model.ssm.SsmError.PARAMETER_VERSION_LABEL_LIMIT_EXCEEDED;

import brume.model.ssm.ParameterHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// The labels of a version: names that lead to it, each to one version of its parameter.
public final class Labels {
  /// Source: Systems Manager user guide, "Working with parameter labels".
  private static final int MAX_OF_VERSION = 10;

  private static final Pattern SIGNS = Pattern.compile("[A-Za-z_.\\-][A-Za-z0-9_.\\-]{0,99}");

  private Labels() {}

  public static boolean isValid(String label) {
    var lower = label.toLowerCase(Locale.ROOT);
    return SIGNS.matcher(label).matches() && !lower.startsWith("aws") && !lower.startsWith("ssm");
  }

  public static List<String> of(ParameterHistory version) {
    return Objects.requireNonNullElse(version.labels(), List.of());
  }

  /// The version with more labels.
  public static ParameterHistory attached(ParameterHistory version, List<String> more) {
    Set<String> all = new LinkedHashSet<>(of(version));
    all.addAll(more);
    if (all.size() > MAX_OF_VERSION) {
      throw PARAMETER_VERSION_LABEL_LIMIT_EXCEEDED.because(
          "A parameter version can have maximum "
              + MAX_OF_VERSION
              + " labels. Move one or more labels to another version and try again.");
    }
    return version.toBuilder().labels(List.copyOf(all)).build();
  }

  /// The version without these labels.
  public static ParameterHistory detached(ParameterHistory version, List<String> gone) {
    var rest = new ArrayList<>(of(version));
    rest.removeAll(gone);
    return version.toBuilder().labels(rest.isEmpty() ? null : rest).build();
  }
}
