package brume.cloudformation.type;

/// A step that was given up because Brume stops: it is taken again at the next start.
public final class StepInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StepInterruptedException(InterruptedException cause) {
    super(cause);
  }
}
