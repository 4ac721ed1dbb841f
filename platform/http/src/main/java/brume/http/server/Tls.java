package brume.http.server;

import brume.base.Bytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

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

  /// Of the private keys of a store.
  ///
  /// Throws [GeneralSecurityException] when `password` does not open them.
  public static Tls keyStore(KeyStore store, char[] password) throws GeneralSecurityException {
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    for (var manager : factory.getKeyManagers()) {
      if (manager instanceof X509KeyManager x509) {
        return new Tls(KeyCertOptions.wrap(x509));
      }
    }
    throw new GeneralSecurityException("The key store has no X.509 key");
  }

  KeyCertOptions identity() {
    return identity;
  }
}
