package brume.lambda.source;

import java.time.Instant;

/// How far a shard was read.
sealed interface Position {
  /// Up to and with the record of this number.
  record After(String sequenceNumber) implements Position {}

  /// Nothing yet, and records from before this moment do not matter.
  record Since(Instant moment) implements Position {}

  /// To its end: it was closed.
  record Finished() implements Position {}

  default String encode() {
    return switch (this) {
      case After(String sequenceNumber) -> "after " + sequenceNumber;
      case Since(Instant moment) -> "since " + moment;
      case Finished _ -> "finished";
    };
  }

  /// Reads what [#encode] wrote.
  static Position decode(String text) {
    var words = text.split(" ");
    return switch (words[0]) {
      case "after" -> new After(words[1]);
      case "since" -> new Since(Instant.parse(words[1]));
      default -> new Finished();
    };
  }
}
