package brume.lambda.function;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.shape.ServiceException;
import java.util.regex.Pattern;

/// A version of a layer, or the layer as such.
///
/// @param version from 1; 0 for the layer as such
public record LayerName(Scope scope, String name, long version) {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:arn:aws:lambda:(?<region>[a-z0-9-]+):(?<account>\\d{12}):layer:)?"
              + "(?<name>[a-zA-Z0-9-_]{1,140})(?::(?<version>\\d{1,18}))?");

  /// Reads the name or the ARN of a layer, or the ARN of a version.
  ///
  /// @param scope that of the call
  public static LayerName of(Scope scope, String reference) {
    var parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Not the name of a layer: " + reference);
    }
    var account = parts.group("account");
    var version = parts.group("version");
    var found =
        new LayerName(
            account == null ? scope : new Scope(account, parts.group("region")),
            parts.group("name"),
            version == null ? 0 : Long.parseLong(version));
    if (!found.scope.region().equals(scope.region())) {
      throw found.notFound();
    }
    return found;
  }

  public LayerName at(long otherVersion) {
    return new LayerName(scope, name, otherVersion);
  }

  /// With the version, if it names one.
  public Arn arn() {
    return Arn.of("lambda", scope, "layer:" + name + (version == 0 ? "" : ":" + version));
  }

  public ServiceException notFound() {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("The resource you requested does not exist.");
  }
}
