package brume.ses.data;

import brume.base.Scope;
import brume.service.record.Records;
import brume.ses.mime.Stamp;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The messages of all accounts and regions, newest first, and for each recipient.
///
/// Kept beside a message: its listing once more for every recipient, its bytes, and an entry by
/// which it is found when it is old.
public final class Mails {
  /// What a page of a listing has at most.
  public static final int MAX_PAGE = 100;

  /// What one transaction clears away at most, to stay short.
  static final int CLEARED_AT_ONCE = 50;

  private static final Key AGES = Key.of("ses.mail.age");

  private final Store store;
  private final Records<Mail> mails = new Records<>("ses.mail", Mail.SHAPE);
  private final Records<Mail> byRecipient = new Records<>("ses.mail.recipient", Mail.SHAPE);

  public Mails(Store store) {
    this.store = store;
  }

  /// Keeps a message from this transaction's commit on.
  ///
  /// @param message as it travels
  public void put(Transaction transaction, Scope scope, Mail mail, byte[] message) {
    var order = order(mail.id());
    mails.put(transaction, mail, scope, order);
    for (var recipient : mail.recipients()) {
      byRecipient.put(transaction, mail, scope, folded(recipient), order);
    }
    transaction.put(bytes(scope, mail.id()).bytes(), message);
    var place = String.join("/", scope.account(), scope.region(), mail.id());
    transaction.put(age(mail).bytes(), place.getBytes(StandardCharsets.UTF_8));
  }

  /// What a transaction locks to note something.
  Key lock(Scope scope, String id) {
    return mails.key(scope, order(id));
  }

  /// Notes more of a message, unless it was deleted.
  void note(Transaction transaction, Scope scope, String id, List<String> more) {
    var order = order(id);
    var mail = mails.get(transaction, scope, order);
    if (mail == null) {
      return;
    }
    var noted = mail.noting(more);
    mails.put(transaction, noted, scope, order);
    for (var recipient : mail.recipients()) {
      byRecipient.put(transaction, noted, scope, folded(recipient), order);
    }
  }

  /// @param recipient null for those of all
  /// @param token the [Records.Page#next] of the page before; null for the first
  public Records.Page<Mail> page(
      Scope scope, @Nullable String recipient, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return recipient == null
          ? mails.page(snapshot, scope, token, limit)
          : byRecipient.page(snapshot, scope, token, limit, folded(recipient));
    }
  }

  public @Nullable Mail get(Scope scope, String id) {
    return isId(id) ? read(snapshot -> mails.get(snapshot, scope, order(id))) : null;
  }

  /// The message as it travels; null when there is none with this id.
  public byte @Nullable [] message(Scope scope, String id) {
    return read(snapshot -> snapshot.get(bytes(scope, id).bytes()));
  }

  /// Whether there was one to delete.
  public boolean delete(Scope scope, String id) {
    if (!isId(id)) {
      return false;
    }
    return store.transact(
        Locks.of(mails.key(scope, order(id))),
        transaction -> {
          var mail = mails.get(transaction, scope, order(id));
          if (mail != null) {
            remove(transaction, scope, mail);
          }
          return mail != null;
        });
  }

  /// Deletes messages taken before `before`, the oldest first; false when none are left.
  boolean deleteOlder(Instant before) {
    var end = AGES.then().number(before.toEpochMilli()).build();
    var range = AGES.children().before(end);
    var old = read(snapshot -> oldest(snapshot, range));
    for (var each : old) {
      delete(each.scope, each.id);
    }
    return old.size() == CLEARED_AT_ONCE;
  }

  private record Old(Scope scope, String id) {}

  private static List<Old> oldest(Reader reader, KeyRange range) {
    var old = new ArrayList<Old>();
    try (var cursor = reader.scan(range)) {
      while (old.size() < CLEARED_AT_ONCE && cursor.next()) {
        old.add(old(cursor.value()));
      }
    }
    return old;
  }

  private void remove(Transaction transaction, Scope scope, Mail mail) {
    var order = order(mail.id());
    mails.delete(transaction, scope, order);
    for (var recipient : mail.recipients()) {
      byRecipient.delete(transaction, scope, folded(recipient), order);
    }
    transaction.delete(bytes(scope, mail.id()).bytes());
    transaction.delete(age(mail).bytes());
  }

  private <T extends @Nullable Object> T read(Function<Reader, T> reading) {
    try (var snapshot = store.snapshot()) {
      return reading.apply(snapshot);
    }
  }

  private static Key bytes(Scope scope, String id) {
    return Key.of(scope.account(), scope.region(), "ses.mail.bytes", id);
  }

  private static Key age(Mail mail) {
    return AGES.then().number(mail.at().toEpochMilli()).text(mail.id()).build();
  }

  private static Old old(byte[] place) {
    var parts = new String(place, StandardCharsets.UTF_8).split("/", 3);
    return new Old(new Scope(parts[0], parts[1]), parts[2]);
  }

  private static boolean isId(String id) {
    try {
      var _ = Stamp.timeOf(id);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Smaller for later messages.
  private static String order(String id) {
    return "%016x-%s".formatted(Long.MAX_VALUE - Stamp.timeOf(id).toEpochMilli(), id);
  }

  private static String folded(String recipient) {
    return recipient.toLowerCase(Locale.ROOT);
  }
}
