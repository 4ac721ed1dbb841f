package brume.dax.cluster;

import static brume.model.dax.DaxError.INVALID_ARN_FAULT;
import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a cluster. It is kept in small letters.
///
/// Source: DAX API reference, `CreateCluster`.
public final class ClusterName {
  private static final int MAX_CHARS = 20;
  private static final Pattern SPELLING = Pattern.compile("[a-z](-?[a-z0-9])*");
  private static final String RESOURCE = "cache/";

  private ClusterName() {}

  /// As it is kept.
  public static String of(String given) {
    return given.toLowerCase(Locale.ROOT);
  }

  /// Throws an invalid parameter value for what cannot be the name of a cluster.
  static String check(String given) {
    var name = of(given);
    if (name.length() > MAX_CHARS || !SPELLING.matcher(name).matches()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Invalid cluster name: "
              + given
              + ". A name has 1 to 20 letters, digits and hyphens, begins with a letter, and neither"
              + " ends with a hyphen nor has two in a row.");
    }
    return name;
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("dax", scope, RESOURCE + of(name));
  }

  /// The name in the ARN of a cluster of this account and region. Throws an invalid ARN otherwise.
  public static String ofArn(Scope scope, String text) {
    var name = text.substring(text.lastIndexOf('/') + 1);
    if (name.isEmpty() || !text.equals(arn(scope, name).toString())) {
      throw INVALID_ARN_FAULT.because("Not the ARN of a cluster here: " + text);
    }
    return of(name);
  }
}
