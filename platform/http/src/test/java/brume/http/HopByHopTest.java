package brume.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HopByHopTest {
  @Test
  void leavesOutWhatConcernsTheConnectionAndWhatItNames() {
    var headers =
        Headers.of(
            "Connection", "close, X-Secret",
            "x-secret", "1",
            "Keep-Alive", "5",
            "Transfer-Encoding", "chunked",
            "TE", "trailers",
            "Upgrade", "h2c",
            "Content-Type", "text/plain",
            "X-Kept", "2");
    assertThat(HopByHop.strip(headers).names()).containsExactly("content-type", "x-kept");
  }
}
