package brume.service;

/// Decides whether a call may have the access that its operation needs.
public interface Authorizer {
  /// Throws [CommonError#ACCESS_DENIED] with AWS's text when any of the needs is not allowed.
  void authorize(Call call, Access access);
}
