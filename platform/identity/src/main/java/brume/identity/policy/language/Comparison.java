package brume.identity.policy.language;

/// One value of a policy's condition, compiled: which values of the request match it.
///
/// Values of the request that are not of the operator's type match nothing.
interface Comparison {
  boolean matches(String value, ContextKeys keys);
}
