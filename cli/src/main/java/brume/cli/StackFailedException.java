package brume.cli;

/// A stack or change set that did not become what was asked for.
final class StackFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StackFailedException(String message) {
    super(message);
  }
}
