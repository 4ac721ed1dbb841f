package brume.server;

import brume.base.Ids;
import brume.http.engine.Engine;
import brume.http.server.HttpServer;
import brume.http.server.ServerConfig;
import brume.service.Endpoint;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A running Brume: its listeners and the cloud behind them.
///
/// The listeners open first and hold requests back, so that clients connect while the store opens.
public final class Brume implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Brume.class.getName());

  private final Parts parts = new Parts();
  private final Options options;
  private final LateDoor door = new LateDoor();
  private @Nullable Endpoint endpoint;
  private @Nullable Cloud cloud;

  private Brume(Options options) {
    this.options = options;
  }

  /// Throws [IOException] when the port is taken or the data directory cannot be used.
  static Brume start(Options options) throws IOException {
    var brume = new Brume(options);
    try {
      brume.open();
      return brume;
    } catch (IOException | RuntimeException failed) {
      brume.close();
      throw failed;
    }
  }

  private void open() throws IOException {
    var engine = parts.add(Engine.start());
    var plain = ServerConfig.plain(options.bind(), options.port());
    var http = parts.add(HttpServer.start(engine, plain, door));
    var authority = new Authority(options.data().resolve("tls"), options.home());
    int tlsPort = secure(engine, authority);
    var reached = new Endpoint("localhost", http.port(), tlsPort);
    endpoint = reached;
    var made =
        parts.add(Cloud.open(options, engine, reached, authority, Ids.secure(), Clock.systemUTC()));
    cloud = made;
    door.open(made.frontDoor());
  }

  /// Making keys takes a second, for which nobody waits when the port is known.
  private int secure(Engine engine, Authority authority) throws IOException {
    if (options.tlsPort() == 0 || authority.hasKeys()) {
      return listen(engine, authority).port();
    }
    Thread.ofVirtual()
        .name("tls")
        .start(
            () -> {
              try {
                var _ = listen(engine, authority);
              } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "No HTTPS: {0}", e.getMessage());
              }
            });
    return options.tlsPort();
  }

  private HttpServer listen(Engine engine, Authority authority) throws IOException {
    try {
      var tls = authority.tls(Instant.now());
      return parts.add(
          HttpServer.start(
              engine, ServerConfig.secure(options.bind(), options.tlsPort(), tls), door));
    } catch (GeneralSecurityException e) {
      throw new IOException("The keys beside " + authority.certificate() + " cannot be used", e);
    }
  }

  /// Tells the operator and the launcher that it is ready.
  void announce(RunFiles files) throws IOException {
    var here = Objects.requireNonNull(endpoint);
    var owner = Objects.requireNonNull(cloud).owner();
    var welcome = new Welcome(options, here, owner);
    if (options.profile()) {
      CliProfile.ofUser(Path.of(System.getProperty("user.home")))
          .write(welcome.url(), options.home().region(), owner.accessKeyId(), owner.secretKey());
    }
    files.write("pid", Long.toString(ProcessHandle.current().pid()));
    files.write("endpoint", welcome.url());
    files.write("env", welcome.environment());
    files.write("ready", welcome.text());
  }

  /// Closes everything, the last opened first.
  @Override
  public void close() {
    parts.close();
  }
}
