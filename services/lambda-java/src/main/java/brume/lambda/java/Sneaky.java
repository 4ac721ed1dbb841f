package brume.lambda.java;

/// Lets a handler's checked exception through interfaces that declare none: it must reach the
/// caller as it was thrown.
final class Sneaky {
  private Sneaky() {}

  /// Never returns.
  static RuntimeException asUnchecked(Throwable thrown) {
    return Sneaky.<RuntimeException>raise(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> RuntimeException raise(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
