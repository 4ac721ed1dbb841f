package brume.s3.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlgorithmTest {
  /// The check values of the catalogues of CRCs, and of FIPS 180-4.
  @ParameterizedTest
  @CsvSource({
    "CRC32, cbf43926",
    "CRC32C, e3069283",
    "CRC64NVME, ae8b14860a799888",
    "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
  })
  void hasItsCheckValue(Algorithm algorithm, String hex) {
    assertThat(Bytes.wrap(algorithm.of("123456789".getBytes(US_ASCII))).toHex()).isEqualTo(hex);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
  void combinesPartsIntoTheWhole(Algorithm algorithm) {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var whole = new byte[random.nextInt(5000)];
      random.nextBytes(whole);
      var pieces = new ArrayList<Algorithm.Piece>();
      for (int from = 0; from < whole.length; ) {
        int to = Math.min(whole.length, from + random.nextInt(900));
        pieces.add(
            new Algorithm.Piece(algorithm.of(Arrays.copyOfRange(whole, from, to)), to - from));
        from = to;
      }
      assertThat(algorithm.combined(pieces)).isEqualTo(algorithm.of(whole));
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesTheSameHoweverTheBytesCome(Algorithm algorithm) {
    var bytes = new byte[1000];
    new Random(3).nextBytes(bytes);
    var running = algorithm.start();
    for (int at = 0; at < bytes.length; at += 7) {
      running.update(bytes, at, Math.min(7, bytes.length - at));
    }
    assertThat(running.value()).isEqualTo(algorithm.of(bytes)).hasSize(algorithm.bytes());
  }

  @Test
  void hashesDoNotCombine() {
    assertThatThrownBy(() -> Algorithm.SHA256.combined(List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsTheNamesThatClientsUse() {
    assertThat(Algorithm.named("crc64nvme")).isEqualTo(Algorithm.CRC64NVME);
    assertThat(Algorithm.named("MD4")).isNull();
    assertThat(Algorithm.ofHeader("X-Amz-Checksum-SHA256")).isEqualTo(Algorithm.SHA256);
    assertThat(Algorithm.CRC32C.header()).isEqualTo("x-amz-checksum-crc32c");
  }
}
