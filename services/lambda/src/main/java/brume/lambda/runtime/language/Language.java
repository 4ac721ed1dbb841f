package brume.lambda.runtime.language;

/// A family of runtimes that start in the same way.
public enum Language {
  PYTHON("python", "Python"),
  NODE("nodejs", "Node.js"),
  JAVA("java", "Java"),
  /// The package brings an executable named `bootstrap`.
  PROVIDED("provided", "its own bootstrap");

  private final String prefix;
  private final String title;

  Language(String prefix, String title) {
    this.prefix = prefix;
    this.title = title;
  }

  /// How the identifiers of its runtimes begin.
  String prefix() {
    return prefix;
  }

  @Override
  public String toString() {
    return title;
  }
}
