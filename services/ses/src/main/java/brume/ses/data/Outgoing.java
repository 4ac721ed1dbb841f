package brume.ses.data;

import brume.base.Scope;
import brume.ses.refusal.Api;
import brume.store.Locks;
import brume.store.Store;

/// What accounts send: kept, counted and held to the quota in one transaction.
public final class Outgoing {
  private final Store store;
  private final Mails mails;
  private final Statistics statistics;

  public Outgoing(Store store, Mails mails, Statistics statistics) {
    this.store = store;
    this.mails = mails;
    this.statistics = statistics;
  }

  /// @param message as it travels
  /// @param suppressed how many of its recipients get nothing
  public void take(Scope scope, Mail mail, byte[] message, int suppressed, Api api) {
    int recipients = mail.recipients().size();
    store.transact(
        Locks.of(statistics.lock(scope)),
        transaction -> {
          if (statistics.sentInDay(transaction, scope, mail.at()) + recipients
              > Statistics.MAX_IN_24_HOURS) {
            throw api.throttled().because("Daily message quota exceeded.");
          }
          statistics.count(transaction, scope, mail.at(), recipients, suppressed);
          mails.put(transaction, scope, mail, message);
          return mail;
        });
  }
}
