package brume.dax.node;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import brume.dax.RawClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir Path folder;

  @Test
  void speaksTlsWhenTheClusterIsMadeSo() throws Exception {
    var keys = keys();
    try (var cloud = new Cloud(() -> context(keys))) {
      cloud.table("Todos", "id:S");
      var endpoint = cloud.secureCluster("secure").clusterDiscoveryEndpoint();
      assertThat(endpoint.url()).startsWith("daxs://127.0.0.1:");
      var socket = context(keys).getSocketFactory().createSocket("127.0.0.1", endpoint.port());
      try (var client = new RawClient(socket)) {
        client.send(RawClient.preamble());
        client.send(RawClient.signIn(cloud.root, "us-east-1", cloud.clock.instant()));
        client.send(RawClient.getItem("Todos", "none"));
        assertThat(client.succeeds().readNull()).isTrue();
      }
      try (var plain = new RawClient(endpoint.port())) {
        plain.send(RawClient.preamble());
        plain.send(new byte[1_000]);
        assertThat(plain.isRefused()).isTrue();
      }
    }
  }

  private KeyStore keys() throws Exception {
    var file = folder.resolve("keys.p12");
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-keystore",
                    file.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  /// Shows these keys, and trusts them.
  private static SSLContext context(KeyStore keys) {
    try {
      var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(keys, PASSWORD);
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(keys);
      var context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
