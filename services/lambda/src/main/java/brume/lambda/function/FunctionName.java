package brume.lambda.function;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.shape.ServiceException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A function as a request names it: by its name, its ARN or a part of that, each with or without
/// the version or alias that is meant.
///
/// Source: AWS Lambda API reference, "Name formats" of `FunctionName`.
///
/// @param scope where the function lives, which may be another account
/// @param name up to [Limits#NAME] characters
/// @param qualifier a version or an alias; null for the function as such, which is `$LATEST`
public record FunctionName(Scope scope, String name, @Nullable String qualifier) {
  /// The version that can still be changed.
  public static final String LATEST = "$LATEST";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:arn:aws:lambda:)?(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\\d):)?(?:(?<account>\\d{12}):)?"
              + "(?:function:)?(?<name>[a-zA-Z0-9-_]+)(?::(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?");

  private static final Pattern VERSION = Pattern.compile("\\d+");

  /// Reads what a request says.
  ///
  /// @param scope that of the call
  public static FunctionName of(Scope scope, String reference) {
    return of(scope, reference, null);
  }

  /// @param qualifier the request's own parameter, which must agree with the reference
  public static FunctionName of(Scope scope, String reference, @Nullable String qualifier) {
    var parts = REFERENCE.matcher(reference);
    if (!parts.matches() || parts.group("name").length() > Limits.NAME) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Not the name of a function: " + reference);
    }
    var region = parts.group("region");
    if (region != null && !region.equals(scope.region())) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because(
          "Functions from '%s' are not reachable in this region ('%s')"
              .formatted(region, scope.region()));
    }
    var account = parts.group("account");
    var own = parts.group("qualifier");
    if (own != null && qualifier != null && !own.equals(qualifier)) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return new FunctionName(
        account == null ? scope : new Scope(account, scope.region()),
        parts.group("name"),
        own == null ? qualifier : own);
  }

  /// As policies and replies name it: with the qualifier, if there is one.
  public Arn arn() {
    return Arn.of("lambda", scope, "function:" + name + (qualifier == null ? "" : ":" + qualifier));
  }

  public FunctionName with(@Nullable String otherQualifier) {
    return new FunctionName(scope, name, otherQualifier);
  }

  /// The function as such.
  public FunctionName unqualified() {
    return with(null);
  }

  public boolean isLatest() {
    return qualifier == null || qualifier.equals(LATEST);
  }

  /// Whether it names a published version.
  public boolean isVersion() {
    return qualifier != null && isVersion(qualifier);
  }

  public static boolean isVersion(String qualifier) {
    return VERSION.matcher(qualifier).matches();
  }

  /// That there is no such function, version or alias.
  public ServiceException notFound() {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("Function not found: " + arn());
  }
}
