package brume.service;

import brume.base.Scope;

/// Counts units. Called on the threads of requests and jobs, so it must be quick and must not
/// throw.
@FunctionalInterface
public interface Metering {
  Metering NONE = (_, _, _) -> {};

  /// @param amount in the unit, not negative
  void count(Scope scope, Unit unit, double amount);
}
