package brume.server;

import brume.base.Bytes;
import brume.base.Scope;
import brume.http.server.Tls;
import brume.store.disk.Durably;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority of this machine, made by the JDK's keytool at the first start, and the
/// certificate that it gives this Brume. Whoever trusts `authority.pem` trusts Brume's HTTPS.
///
/// A wildcard of a certificate stands for one label, so each kind of host has a name of its own in
/// it; a certificate that lacks one, or ends soon, is made again.
final class Authority {
  /// Kinds of hosts below a region.
  private static final List<String> KINDS = List.of("execute-api", "lambda-url", "s3");

  private static final String ISSUER = "authority";
  private static final String SERVER = "server";
  private static final String ISSUER_DAYS = "3650";

  /// Browsers refuse certificates that are valid for longer.
  private static final String SERVER_DAYS = "397";

  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

  /// Who reads the folder may read the keys, so a secret word would protect nothing.
  private static final char[] PASSWORD = "brume-keys".toCharArray();

  private final Path folder;
  private final Set<String> names;

  Authority(Path folder, Scope home) {
    this.folder = folder;
    names = new TreeSet<>(Set.of("dns:localhost", "dns:*.s3.localhost", "ip:127.0.0.1", "ip:::1"));
    for (var kind : KINDS) {
      names.add("dns:*." + kind + '.' + home.region() + ".localhost");
    }
  }

  /// What clients are to trust.
  Path certificate() {
    return folder.resolve("authority.pem");
  }

  /// Whether keys were made before.
  boolean hasKeys() {
    return Files.exists(served());
  }

  private Path served() {
    return folder.resolve("server.p12");
  }

  /// Makes what is missing, which takes about a second.
  ///
  /// Throws [IOException] when keytool fails or the files cannot be written.
  Tls tls(Instant now) throws IOException, GeneralSecurityException {
    var store = keys(now);
    var chain = store.getCertificateChain(SERVER);
    var pem = new StringBuilder();
    for (var certificate : chain) {
      pem.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    var key = pem("PRIVATE KEY", store.getKey(SERVER, PASSWORD).getEncoded());
    return Tls.pem(Bytes.utf8(pem.toString()), Bytes.utf8(key));
  }

  /// The same keys for listeners that do not speak HTTP.
  SSLContext context(Instant now) {
    try {
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys(now), PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys beside " + certificate() + " cannot be used", e);
    }
  }

  private synchronized KeyStore keys(Instant now) throws IOException, GeneralSecurityException {
    Durably.createDirectories(folder);
    var issuers = folder.resolve("authority.p12");
    if (Files.notExists(issuers)) {
      var fresh = fresh();
      make(fresh, ISSUER, ISSUER_DAYS, "CN=Brume local authority", "bc:c");
      Durably.rename(fresh, issuers);
    }
    if (!stillGood(served(), now)) {
      sign(issuers);
    }
    var store = open(served());
    var chain = store.getCertificateChain(SERVER);
    var issuer = pem("CERTIFICATE", chain[chain.length - 1].getEncoded());
    Files.writeString(certificate(), issuer);
    return store;
  }

  private boolean stillGood(Path file, Instant now) throws IOException, GeneralSecurityException {
    if (Files.notExists(file)) {
      return false;
    }
    var certificate = (X509Certificate) open(file).getCertificate(SERVER);
    var spelled = new TreeSet<String>();
    Collection<List<?>> others = certificate.getSubjectAlternativeNames();
    for (var name : others == null ? List.<List<?>>of() : others) {
      spelled.add(name.get(1).toString());
    }
    return now.plus(RENEWED_BEFORE).isBefore(certificate.getNotAfter().toInstant())
        && names.stream()
            .filter(name -> name.startsWith("dns:"))
            .allMatch(name -> spelled.contains(name.substring("dns:".length())));
  }

  private void sign(Path issuers) throws IOException {
    var fresh = fresh();
    Files.copy(issuers, fresh);
    var san = "san=" + String.join(",", names);
    make(fresh, SERVER, SERVER_DAYS, "CN=Brume", san, "-signer", ISSUER);
    keytool("-delete", "-alias", ISSUER, "-keystore", fresh.toString());
    Durably.rename(fresh, served());
  }

  /// A name that no other process uses: a keytool may outlive the process that asked for it.
  private Path fresh() throws IOException {
    var fresh = Files.createTempFile(folder, "fresh", ".p12");
    Files.delete(fresh);
    return fresh;
  }

  private static void make(
      Path file, String alias, String days, String name, String extension, String... more)
      throws IOException {
    var arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                days,
                "-dname",
                name,
                "-ext",
                extension,
                "-keystore",
                file.toString()));
    arguments.addAll(Arrays.asList(more));
    keytool(arguments.toArray(String[]::new));
  }

  private static void keytool(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a certificate was made", e);
    }
  }

  private static KeyStore open(Path file) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static String pem(String what, byte[] der) {
    var lines = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }
}
