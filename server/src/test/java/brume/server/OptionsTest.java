package brume.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Scope;
import brume.ses.relay.Relay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static Options parse(String... arguments) {
    return Options.parse("secret", List.of(arguments));
  }

  @Test
  void theRelayOfMail() {
    assertThat(parse().relay()).isNull();
    assertThat(parse("--smtp-relay", "smtp://mail.example").relay())
        .isEqualTo(new Relay("mail.example", 25, false, null, null));
    assertThat(parse("--smtp-relay", "smtps://ann@mail.example:2465").relay())
        .isEqualTo(new Relay("mail.example", 2465, true, "ann", "secret"));
    assertThatThrownBy(
            () -> Options.parse(null, List.of("--smtp-relay", "smtp://ann@mail.example")))
        .hasMessage("The password of ann at the relay has to be in BRUME_SMTP_PASSWORD");
    for (var wrong : List.of("http://x", "smtp://", "smtp://a:b@c", "smtp://h/x", "smtp://h h")) {
      assertThatThrownBy(() -> parse("--smtp-relay", wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatIsNotTold() {
    var options = parse();
    assertThat(options.port()).isEqualTo(4566);
    assertThat(options.tlsPort()).isEqualTo(4567);
    assertThat(options.bind()).isEqualTo("127.0.0.1");
    assertThat(options.home()).isEqualTo(new Scope("000000000000", "us-east-1"));
    assertThat(options.ephemeral()).isFalse();
    assertThat(options.developmentKey()).isTrue();
    assertThat(options.data()).isEqualTo(Path.of(".brume").toAbsolutePath());
  }

  @Test
  void whatIsTold() {
    var options =
        parse(
            "--port",
            "8000",
            "--tls-port",
            "8443",
            "--data",
            "/tmp/x/../y",
            "--ephemeral",
            "--account",
            "123456789012",
            "--region",
            "eu-west-1",
            "--no-development-key");
    assertThat(options.port()).isEqualTo(8000);
    assertThat(options.tlsPort()).isEqualTo(8443);
    assertThat(options.data()).isEqualTo(Path.of("/tmp/y"));
    assertThat(options.home()).isEqualTo(new Scope("123456789012", "eu-west-1"));
    assertThat(options.ephemeral()).isTrue();
    assertThat(options.developmentKey()).isFalse();
  }

  @Test
  void anyFreePortIsAnyFreePortForTlsToo() {
    assertThat(parse("--port", "0").tlsPort()).isZero();
  }

  @Test
  void theDevelopmentKeyStaysOnLoopback() {
    assertThat(parse("--bind", "0.0.0.0").developmentKey()).isFalse();
    assertThat(parse("--bind", "127.0.0.1").developmentKey()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--nonsense,,               There is no option --nonsense",
    "--port,,                   --port needs a value",
    "--port, seven,             --port needs a number from 0 to 65535: seven",
    "--port, 65536,             --port needs a number from 0 to 65535: 65536",
    "--account, 12,             'An account is twelve digits, not: 12'",
    "--region, nowhere,         Not the name of a region: nowhere",
  })
  void whatIsWrongIsTold(String option, String value, String message) {
    var arguments = value == null ? new String[] {option} : new String[] {option, value};
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
