package brume.lambda.function;

/// The instruction sets that functions are made for.
final class Architecture {
  /// This machine's, in the words of AWS.
  static final String HOST =
      System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x86_64";

  /// What a function is made for that does not say it: on AWS always `x86_64`; here this machine's,
  /// since functions in Python, Node.js or Java seldom depend on it.
  static final String DEFAULT = HOST;

  private Architecture() {}
}
