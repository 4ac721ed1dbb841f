package brume.ses.data;

import brume.base.Scope;
import brume.store.Transaction;
import java.util.List;

/// What becomes of a message beside being kept.
public interface Forwarding {
  /// Nothing: it stays in the mailbox.
  Forwarding NONE = (_, _, _, _) -> {};

  /// Owes a message to its recipients from the transaction's commit on.
  void owe(Transaction transaction, Scope scope, Mail mail, Envelope envelope);

  /// @param from the address that is told of what comes back
  /// @param to whoever may get it; perhaps nobody
  record Envelope(String from, List<String> to) {}
}
