package brume.ses.data;

import brume.base.Scope;
import brume.service.Call;
import brume.service.record.Records;
import brume.ses.identity.Identity;
import brume.ses.identity.IdentityName;
import brume.ses.identity.Invitation;
import brume.ses.mime.Address;
import brume.ses.mime.Stamp;
import brume.ses.refusal.Api;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The identities of all accounts and regions.
public final class Identities {
  /// Of one account and region. Source: Amazon SES Developer Guide, "Service quotas".
  static final int MAX_IDENTITIES = 10_000;

  private static final int TOKEN_LENGTH = 43;

  private final Store store;
  private final Mails mails;
  private final Named<Identity> named;
  private final Records<Identity> identities;

  public Identities(Store store, Mails mails) {
    this.store = store;
    this.mails = mails;
    named = new Named<>(store, "ses.identity", Identity.SHAPE);
    identities = named.records();
  }

  public @Nullable Identity find(Scope scope, String name) {
    return named.find(scope, name);
  }

  /// In the order of their names, which is the addresses and domains mixed.
  public Records.Page<Identity> page(Scope scope, @Nullable String token, int limit) {
    return named.page(scope, token, limit);
  }

  public List<Identity> all(Scope scope) {
    return page(scope, null, Integer.MAX_VALUE).items();
  }

  /// What an address sends as: the closest identity that covers it and is verified, or else the one
  /// that would have to be.
  public Sender sender(Scope scope, Address from) {
    try (var snapshot = store.snapshot()) {
      for (var name : IdentityName.covering(from)) {
        var identity = identities.get(snapshot, scope, name);
        if (identity != null && identity.verified()) {
          return new Sender(name, identity);
        }
      }
    }
    return new Sender(from.mailbox(), null);
  }

  /// @param identity null when it is not verified
  public record Sender(String name, @Nullable Identity identity) {}

  /// Asks the owner of an address or domain to show that it is theirs; asks again when it is known
  /// already and not yet shown.
  ///
  /// @param refined what a new one has beside its name
  public Identity invite(Call call, String name, Api api, UnaryOperator<Identity> refined) {
    var token = call.ids().lower(TOKEN_LENGTH);
    var stamp = Stamp.of(call.now(), call.ids().uuid());
    var scope = call.scope();
    return store.transact(
        Locks.of(key(scope, name), identities.key(scope)),
        transaction -> {
          var known = identities.get(transaction, scope, name);
          if (known != null && known.verified()) {
            return known;
          }
          if (known == null && identities.all(transaction, scope).size() >= MAX_IDENTITIES) {
            throw api.limit().because("There are %d identities already".formatted(MAX_IDENTITIES));
          }
          var identity = known == null ? refined.apply(Identity.pending(name, token)) : known;
          identities.put(transaction, identity, scope, name);
          send(transaction, call, new Invitation(identity), stamp);
          return identity;
        });
  }

  private void send(Transaction transaction, Call call, Invitation invitation, Stamp stamp) {
    var draft = invitation.draft(call);
    var message = draft.write(stamp);
    var mail =
        new Mail(
            stamp.id(),
            invitation.from().toString(),
            List.of(invitation.to().mailbox()),
            draft.content().subject(),
            List.of(),
            Map.of(),
            (long) message.length);
    mails.put(transaction, call.scope(), mail, message);
  }

  /// Whether `token` is the one that was sent to the identity's owner; it is then verified.
  public boolean confirm(Scope scope, String name, String token) {
    return store.transact(
        Locks.of(key(scope, name)),
        transaction -> {
          var identity = identities.get(transaction, scope, name);
          if (identity == null || !isSame(identity.token(), token)) {
            return false;
          }
          identities.put(transaction, identity.asVerified(), scope, name);
          return true;
        });
  }

  /// Throws [Api#noIdentity] when there is none of this name.
  public Identity existing(Scope scope, String name, Api api) {
    return found(find(scope, IdentityName.of(name, api)), name, api);
  }

  /// Throws [Api#noIdentity] when there is none of this name.
  public void changeExisting(Scope scope, String name, Api api, UnaryOperator<Identity> change) {
    var _ = found(named.change(scope, IdentityName.of(name, api), change), name, api);
  }

  private static Identity found(@Nullable Identity identity, String name, Api api) {
    if (identity == null) {
      throw api.noIdentity().because("Email identity " + name + " does not exist.");
    }
    return identity;
  }

  /// Whether there was one to delete.
  public boolean delete(Scope scope, String name) {
    return named.delete(scope, name);
  }

  private Key key(Scope scope, String name) {
    return identities.key(scope, name);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
