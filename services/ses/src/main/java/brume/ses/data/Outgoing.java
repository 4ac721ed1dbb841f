package brume.ses.data;

import brume.base.Scope;
import brume.ses.refusal.Api;
import brume.store.Locks;
import brume.store.Store;
import java.time.Instant;
import java.util.List;

/// What accounts send: kept, counted, held to the quota and handed on in one transaction.
public final class Outgoing {
  private final Store store;
  private final Mails mails;
  private final Statistics statistics;
  private final Settings settings;
  private final Forwarding forwarding;

  public Outgoing(
      Store store, Mails mails, Statistics statistics, Settings settings, Forwarding forwarding) {
    this.store = store;
    this.mails = mails;
    this.statistics = statistics;
    this.settings = settings;
    this.forwarding = forwarding;
  }

  /// @param message as it travels
  /// @param suppressed how many of its recipients get nothing
  public void take(
      Scope scope,
      Mail mail,
      byte[] message,
      int suppressed,
      Forwarding.Envelope envelope,
      Api api) {
    int recipients = mail.recipients().size();
    var quota = settings.quota(scope);
    store.transact(
        Locks.of(statistics.lock(scope)),
        transaction -> {
          if (statistics.sentInDay(transaction, scope, mail.at()) + recipients > quota.inDay()) {
            throw api.throttled().because("Daily message quota exceeded.");
          }
          statistics.count(transaction, scope, mail.at(), recipients, suppressed);
          mails.put(transaction, scope, mail, message);
          forwarding.owe(transaction, scope, mail, envelope);
          return mail;
        });
  }

  /// What became of a message, for some or all of its recipients.
  ///
  /// @param bounced how many of them will never get it
  public void settle(Scope scope, String id, Instant now, List<String> notes, int bounced) {
    if (notes.isEmpty()) {
      return;
    }
    store.transact(
        Locks.of(statistics.lock(scope), mails.lock(scope, id)),
        transaction -> {
          statistics.count(transaction, scope, now, 0, bounced);
          mails.note(transaction, scope, id, notes);
          return id;
        });
  }
}
