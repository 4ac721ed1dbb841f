package brume.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void readsSettingsAndWhatStandsForThem() {
    var options =
        Options.of("connections=1,16", "only=get,put", "peer.local=http://localhost:8000");
    assertThat(options.connections("64")).containsExactly(1, 16);
    assertThat(Options.of().connections("64")).containsExactly(64);
    assertThat(options.wanted("get")).isTrue();
    assertThat(options.wanted("query")).isFalse();
    assertThat(Options.of().wanted("query")).isTrue();
    assertThat(options.number("seconds", 2)).isEqualTo(2);
    assertThat(options.peers()).containsEntry("local", URI.create("http://localhost:8000"));
    assertThat(options.brume()).isEqualTo(URI.create("http://127.0.0.1:4566"));
  }
}
