package brume.identity.policy;

/// How directly a statement names the principal of a request, least direct first. Within one
/// account it decides what else must allow the request.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access", resource-based policies.
enum Grant {
  /// It does not name the principal at all.
  NONE,
  /// It names the principal's account, and so delegates to the identity policies there.
  ACCOUNT,
  /// It names the identity behind a session: permissions boundary and session policies limit it.
  IDENTITY,
  /// It names the principal itself, or everyone: nothing but an explicit deny limits it.
  DIRECT
}
