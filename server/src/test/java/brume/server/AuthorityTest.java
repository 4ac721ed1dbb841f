package brume.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Scope;
import brume.http.Response;
import brume.http.server.HttpServer;
import brume.http.server.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
  private static final Scope HOME = new Scope("000000000000", "us-east-1");

  @TempDir Path folder;

  @Test
  void whoTrustsTheAuthorityTrustsBrume() throws Exception {
    var authority = new Authority(folder, HOME);
    var config = ServerConfig.secure("127.0.0.1", 0, authority.tls(Instant.now()));
    try (var server = HttpServer.start(config, _ -> Response.of(200, "text/plain", "hello"));
        var client = HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/")).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("hello");
    }
  }

  @Test
  void keysAreMadeOnceAndAgainBeforeTheyEnd() throws Exception {
    var authority = new Authority(folder, HOME);
    var now = Instant.now();
    assertThat(authority.hasKeys()).isFalse();
    var _ = authority.tls(now);
    var first = Files.readAllBytes(folder.resolve("server.p12"));
    var issuer = Files.readAllBytes(authority.certificate());
    var _ = authority.tls(now);
    assertThat(folder.resolve("server.p12")).hasBinaryContent(first);
    var _ = authority.tls(now.plus(Duration.ofDays(380)));
    assertThat(Files.readAllBytes(folder.resolve("server.p12"))).isNotEqualTo(first);
    assertThat(authority.certificate()).hasBinaryContent(issuer);
    assertThat(folder).isDirectoryNotContaining("glob:**fresh*");
  }

  private static SSLContext trusting(Authority authority)
      throws IOException, GeneralSecurityException {
    var believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    try (var in = Files.newInputStream(authority.certificate())) {
      believed.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
