package brume.cognito.data;

import brume.cognito.secret.Seal;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.StandardCharset;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The RSA keys that tokens are signed with, one for each issuer, sealed.
public final class SigningKeys {
  /// In bits.
  public static final int SIZE = 2048;

  private static final String PURPOSE = "signing-key";
  private static final int MAX_KNOWN = 1000;

  private final Store store;
  private final Seal seal;
  private final Supplier<KeyPair> source;
  private final Map<Key, RSAKey> known = new ConcurrentHashMap<>();

  /// @param source of new key pairs of [#SIZE] bits
  public SigningKeys(Store store, Seal seal, Supplier<KeyPair> source) {
    this.store = store;
    this.seal = seal;
    this.source = source;
  }

  /// A key that is not kept yet.
  RSAKey next() {
    var pair = source.get();
    try {
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK lacks SHA-256", e);
    }
  }

  void put(Transaction transaction, Key at, RSAKey key) {
    var text = key.toJSONString().getBytes(StandardCharset.UTF_8);
    transaction.put(at.bytes(), seal.close(PURPOSE, text));
  }

  /// The key at a place; null when there is none.
  @Nullable RSAKey find(Key at) {
    var remembered = known.get(at);
    if (remembered != null) {
      return remembered;
    }
    try (var snapshot = store.snapshot()) {
      var found = read(snapshot, at);
      if (found != null) {
        if (known.size() >= MAX_KNOWN) {
          known.clear();
        }
        known.put(at, found);
      }
      return found;
    }
  }

  /// The key at a place, made when it is asked for first.
  public RSAKey obtain(Key at) {
    var found = find(at);
    if (found != null) {
      return found;
    }
    var fresh = next();
    store.transact(
        Locks.of(at),
        transaction -> {
          if (transaction.get(at.bytes()) == null) {
            put(transaction, at, fresh);
          }
          return at;
        });
    return Objects.requireNonNull(find(at));
  }

  private @Nullable RSAKey read(Reader reader, Key at) {
    var stored = reader.get(at.bytes());
    if (stored == null) {
      return null;
    }
    var text = Objects.requireNonNull(seal.open(PURPOSE, stored), "Another key sealed this one");
    try {
      return RSAKey.parse(new String(text, StandardCharset.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("A stored signing key cannot be read", e);
    }
  }
}
