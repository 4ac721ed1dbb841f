package brume.cloudformation.type;

/// A step that CloudFormation itself finds failed, with the whole reason for the events.
public final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StepFailedException(String reason) {
    super(reason);
  }
}
