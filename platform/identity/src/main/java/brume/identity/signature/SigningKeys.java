package brume.identity.signature;

import brume.identity.Slots;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;

/// Remembers signing keys, since deriving one costs more than verifying with it. Only keys that
/// verified a signature are remembered, so that forgers cannot push the others out.
final class SigningKeys {
  private static final int REMEMBERED = 4096;

  private record Name(String secret, SigningScope scope) {}

  private final Slots<Name, SigningKey> keys = new Slots<>(REMEMBERED);

  SigningKey of(String secret, SigningScope scope) {
    var known = keys.get(new Name(secret, scope));
    return known == null ? SigningKey.derive(secret, scope) : known;
  }

  void remember(String secret, SigningScope scope, SigningKey key) {
    var name = new Name(secret, scope);
    if (keys.get(name) == null) {
      keys.put(name, key);
    }
  }
}
