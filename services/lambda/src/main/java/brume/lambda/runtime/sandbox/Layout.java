package brume.lambda.runtime.sandbox;

/// Where a function finds its things.
///
/// @param task the code
/// @param opt the layers
/// @param runtime Brume's bootstraps
/// @param prepared the code once more, in the form in which it starts fastest
/// @param tmp writable
public record Layout(String task, String opt, String runtime, String prepared, String tmp) {
  /// The places of AWS, which knows no `/var/prepared`.
  public static final Layout AWS =
      new Layout("/var/task", "/opt", "/var/runtime", "/var/prepared", "/tmp");
}
