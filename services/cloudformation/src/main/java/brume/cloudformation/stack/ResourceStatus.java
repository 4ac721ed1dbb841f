package brume.cloudformation.stack;

/// Where a resource of a stack stands.
///
/// Source: "Resource status codes" of the CloudFormation user guide.
public enum ResourceStatus {
  CREATE_IN_PROGRESS,
  CREATE_FAILED,
  CREATE_COMPLETE,
  UPDATE_IN_PROGRESS,
  UPDATE_FAILED,
  UPDATE_COMPLETE,
  DELETE_IN_PROGRESS,
  DELETE_FAILED,
  DELETE_COMPLETE,
  DELETE_SKIPPED;

  /// Whether there is no longer anything that belongs to the stack.
  public boolean isGone() {
    return this == DELETE_COMPLETE || this == DELETE_SKIPPED;
  }
}
