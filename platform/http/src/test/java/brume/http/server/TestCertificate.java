package brume.http.server;

import brume.base.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate of `localhost` that signed itself, made by the JDK's keytool.
final class TestCertificate {
  private static final String ALIAS = "localhost";
  static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  static TestCertificate make(Path folder) throws IOException, GeneralSecurityException {
    var file = folder.resolve("keys.p12");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new TestCertificate(store);
  }

  KeyStore store() {
    return store;
  }

  Bytes certificatePem() throws GeneralSecurityException {
    return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
  }

  Bytes keyPem() throws GeneralSecurityException {
    return pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded());
  }

  private static Bytes pem(String what, byte[] der) {
    var lines = Base64.getMimeEncoder().encodeToString(der);
    return Bytes.utf8("-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
  }

  /// What a client of the JDK needs to believe it.
  SSLContext trusted() throws GeneralSecurityException, IOException {
    var believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
