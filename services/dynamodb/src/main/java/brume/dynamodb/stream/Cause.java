package brume.dynamodb.stream;

import java.time.Instant;

/// When and why items change.
public record Cause(Instant at, Kind kind) {
  /// Why an item changes.
  public enum Kind {
    /// Somebody asked for it.
    REQUEST,
    /// Its time had come.
    EXPIRY,
    /// It changed in another replica of its table.
    REPLICATION
  }

  public static Cause request(Instant at) {
    return new Cause(at, Kind.REQUEST);
  }

  public static Cause expiry(Instant at) {
    return new Cause(at, Kind.EXPIRY);
  }

  public static Cause replication(Instant at) {
    return new Cause(at, Kind.REPLICATION);
  }

  public boolean isExpiry() {
    return kind == Kind.EXPIRY;
  }

  /// Whether somebody asked, who pays for it.
  public boolean isRequest() {
    return kind == Kind.REQUEST;
  }
}
