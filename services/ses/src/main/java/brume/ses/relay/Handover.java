package brume.ses.relay;

import brume.base.Scope;
import brume.service.Outbox;
import brume.service.Owed;
import brume.ses.data.Forwarding;
import brume.ses.data.Mail;
import brume.store.Transaction;

/// Owes messages to the relay, by the transaction that takes them.
public final class Handover implements Forwarding {
  /// The kind of what is owed.
  static final String KIND = "ses.relay";

  @Override
  public void owe(Transaction transaction, Scope scope, Mail mail, Envelope envelope) {
    if (envelope.to().isEmpty()) {
      return;
    }
    var order = new Order(mail.id(), envelope.from(), envelope.to());
    Outbox.owe(
        transaction, mail.at(), new Owed(KIND, scope, mail.id(), 1, mail.at(), order.bytes()));
  }
}
