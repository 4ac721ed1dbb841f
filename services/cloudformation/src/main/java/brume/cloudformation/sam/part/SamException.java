package brume.cloudformation.sam.part;

/// A template that the SAM transform refuses; the message is that of AWS's translator.
public final class SamException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SamException(String message) {
    super(
        "Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document. "
            + message);
  }

  public static SamException resource(String logicalId, String problem) {
    return new SamException("Resource with id [" + logicalId + "] is invalid. " + problem);
  }

  public static SamException event(String function, String event, String problem) {
    return resource(function, "Event with id [" + event + "] is invalid. " + problem);
  }
}
