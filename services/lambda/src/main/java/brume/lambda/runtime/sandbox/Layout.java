package brume.lambda.runtime.sandbox;

/// Where a function finds its things.
///
/// @param task the code
/// @param opt the layers
/// @param runtime Brume's bootstraps
/// @param tmp writable
public record Layout(String task, String opt, String runtime, String tmp) {
  /// The places of AWS.
  public static final Layout AWS = new Layout("/var/task", "/opt", "/var/runtime", "/tmp");
}
