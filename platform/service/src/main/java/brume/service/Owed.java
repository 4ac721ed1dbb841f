package brume.service;

import brume.base.Bytes;
import brume.base.Scope;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;

/// Something that a committed transaction owes.
///
/// @param kind names the [Delivery] that carries it out
/// @param attempt 1 for the first
/// @param since when it came to be owed
public record Owed(String kind, Scope scope, String id, int attempt, Instant since, Bytes payload) {
  private static final int SERVERS_FAULT = 500;

  /// Whether it may help to deliver again what was refused: the fault was the receiver's, or it was
  /// busy, and `patience` since it came to be owed is not over.
  public boolean mayRepeat(ServiceException refused, Instant now, Duration patience) {
    var error = refused.error();
    boolean mayPass =
        error == CommonError.THROTTLING
            || (error.status() >= SERVERS_FAULT && error != CommonError.NOT_IMPLEMENTED);
    return mayPass && since.plus(patience).isAfter(now);
  }
}
