package brume.http.server;

import brume.base.Bytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;

/// What a TLS server shows to prove who it is. HTTP/2 and HTTP/1.1 are offered by ALPN.
public final class Tls {
  private final KeyCertOptions identity;

  private Tls(KeyCertOptions identity) {
    this.identity = identity;
  }

  /// Of PEM text.
  ///
  /// @param chain the certificate, then those of its issuers
  /// @param key the private key in PKCS#8
  public static Tls pem(Bytes chain, Bytes key) {
    return new Tls(
        new PemKeyCertOptions()
            .addCertValue(Buffer.buffer(chain.shared()))
            .addKeyValue(Buffer.buffer(key.shared())));
  }

  /// Of the private key of a store, which `password` opens.
  ///
  /// Throws [GeneralSecurityException] when it does not.
  public static Tls keyStore(KeyStore store, char[] password)
      throws GeneralSecurityException, IOException {
    var copy = KeyStore.getInstance("PKCS12");
    copy.load(null, null);
    var protection = new KeyStore.PasswordProtection(password);
    for (var alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        copy.setEntry(alias, store.getEntry(alias, protection), protection);
      }
    }
    var bytes = new ByteArrayOutputStream();
    copy.store(bytes, password);
    return new Tls(
        new PfxOptions()
            .setValue(Buffer.buffer(bytes.toByteArray()))
            .setPassword(new String(password)));
  }

  KeyCertOptions identity() {
    return identity;
  }
}
