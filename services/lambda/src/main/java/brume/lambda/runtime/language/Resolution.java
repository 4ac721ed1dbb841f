package brume.lambda.runtime.language;

/// What becomes of a runtime identifier on this host.
public sealed interface Resolution {

  /// Functions run, though perhaps on another version than they name.
  ///
  /// @param exact whether the interpreter has the version that the identifier names
  record Runs(String runtime, Interpreter interpreter, boolean exact) implements Resolution {
    /// For logs and status pages: `python3.14 runs on Python 3.11.2 of this host`.
    public String text() {
      return interpreter.language() == Language.PROVIDED
          ? runtime + " runs on " + interpreter.language()
          : "%s runs on %s %s of this host"
              .formatted(runtime, interpreter.language(), interpreter.version());
    }
  }

  /// Functions cannot run, and why.
  record Missing(String runtime, String reason) implements Resolution {}
}
