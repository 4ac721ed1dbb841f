package brume.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void whatIsNotTold() {
    var options = Options.parse();
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
        Options.parse(
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
    assertThat(Options.parse("--port", "0").tlsPort()).isZero();
  }

  @Test
  void theDevelopmentKeyStaysOnLoopback() {
    assertThat(Options.parse("--bind", "0.0.0.0").developmentKey()).isFalse();
    assertThat(Options.parse("--bind", "127.0.0.1").developmentKey()).isTrue();
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
    assertThatThrownBy(() -> Options.parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
