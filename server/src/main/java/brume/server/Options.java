package brume.server;

import brume.base.Scope;
import brume.ses.relay.Relay;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// How a Brume is started.
///
/// @param data where everything is kept
/// @param port of HTTP; 0 for any free one
/// @param tlsPort of HTTPS; 0 for any free one
/// @param bind the address it listens at
/// @param home the account, and the region of requests that name none
/// @param ephemeral keeps everything in memory
/// @param developmentKey whether `test`/`test` is the account's owner; only ever on loopback
/// @param profile whether the profile `brume` of the AWS CLI is kept up to date
/// @param relay where mail goes out; null to keep it in the mailbox
/// @param untilReady stops as soon as it is ready, for training a fast start
record Options(
    Path data,
    int port,
    int tlsPort,
    String bind,
    Scope home,
    boolean ephemeral,
    boolean developmentKey,
    boolean profile,
    @Nullable Relay relay,
    boolean untilReady) {
  static final int DEFAULT_PORT = 4566;

  private static final int MAX_PORT = 65_535;

  /// Throws [IllegalArgumentException] with a text for the operator.
  ///
  /// @param password of the user at the relay; null for none
  static Options parse(@Nullable String password, List<String> arguments) {
    var parser = new Parser(new ArrayDeque<>(arguments), password);
    parser.parse();
    return parser.options();
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--bind needs an address of this machine: " + address, e);
    }
  }

  private static final class Parser {
    private final Queue<String> left;
    private final @Nullable String password;
    private Path data = Path.of(".brume");
    private int port = DEFAULT_PORT;
    private int tlsPort = -1;
    private String bind = "127.0.0.1";
    private String account = "000000000000";
    private String region = "us-east-1";
    private boolean ephemeral;
    private boolean developmentKey = true;
    private boolean profile;
    private @Nullable Relay relay;
    private boolean untilReady;

    Parser(Queue<String> left, @Nullable String password) {
      this.left = left;
      this.password = password;
    }

    void parse() {
      while (!left.isEmpty()) {
        var option = left.remove();
        switch (option) {
          case "--data" -> data = Path.of(value(option));
          case "--port" -> port = port(option);
          case "--tls-port" -> tlsPort = port(option);
          case "--bind" -> bind = value(option);
          case "--account" -> account = value(option);
          case "--region" -> region = value(option);
          case "--ephemeral" -> ephemeral = true;
          case "--no-development-key" -> developmentKey = false;
          case "--profile" -> profile = true;
          case "--smtp-relay" -> relay = Relay.parse(value(option), password);
          case "--until-ready" -> untilReady = true;
          default -> throw new IllegalArgumentException("There is no option " + option);
        }
      }
    }

    private String value(String option) {
      var value = left.poll();
      if (value == null) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return value;
    }

    private int port(String option) {
      var text = value(option);
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
        return Integer.parseInt(text);
      }
      throw new IllegalArgumentException(option + " needs a number from 0 to 65535: " + text);
    }

    Options options() {
      int secure = tlsPort >= 0 ? tlsPort : port == 0 ? 0 : port + 1;
      var home = new Scope(account, region);
      boolean development = developmentKey && isLoopback(bind);
      return new Options(
          data.toAbsolutePath().normalize(),
          port,
          secure,
          bind,
          home,
          ephemeral,
          development,
          profile,
          relay,
          untilReady);
    }
  }
}
