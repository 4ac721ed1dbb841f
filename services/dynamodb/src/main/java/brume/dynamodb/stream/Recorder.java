package brume.dynamodb.stream;

import brume.dynamodb.table.Table;
import java.util.List;

/// Where changes of items are recorded.
public record Recorder(Sequences sequences, ShardLoad load) {

  /// To be called before a transaction that changes items of `tables`.
  public ChangeLog open(Cause cause, List<Table> tables) {
    boolean records = false;
    for (var table : tables) {
      records |= table.definition().stream() != null;
    }
    return new ChangeLog(records ? sequences.begin() : null, load, cause);
  }
}
