package brume.shape;

/// The simple types, each with the Java type that holds its values.
public enum Kind {
  /// [brume.base.Bytes]
  BLOB,
  /// [Boolean]
  BOOLEAN,
  /// [String], enumerations included: AWS adds values to them at any time
  STRING,
  /// [Byte]
  BYTE,
  /// [Short]
  SHORT,
  /// [Integer]
  INTEGER,
  /// [Long]
  LONG,
  /// [Float]
  FLOAT,
  /// [Double]
  DOUBLE,
  /// [java.math.BigInteger]
  BIG_INTEGER,
  /// [java.math.BigDecimal]
  BIG_DECIMAL,
  /// [java.time.Instant]
  TIMESTAMP,
  /// [brume.json.Json]: any JSON value
  DOCUMENT,
  /// [brume.base.Body]: the payload of a request or reply, not held in memory
  STREAM,
  /// [Iterable] of unions, each sent as one frame; the member that is set names the event
  EVENTS
}
