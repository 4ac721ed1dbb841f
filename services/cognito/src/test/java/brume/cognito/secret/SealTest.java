package brume.cognito.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Ids;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {
  private final Ids ids = new Ids(new Random(1));
  private final Seal seal = new Seal(new byte[Seal.KEY_BYTES], ids);

  @Test
  void opensWhatItClosed() {
    var closed = seal.closeText("user", "ada");
    assertThat(closed).doesNotContain("ada").isNotEqualTo(seal.closeText("user", "ada"));
    assertThat(seal.openText("user", closed)).isEqualTo("ada");
  }

  @Test
  void opensNothingElse() {
    var closed = seal.close("user", new byte[] {1, 2, 3});
    assertThat(seal.open("session", closed)).isNull();
    for (int i = 0; i < closed.length; i++) {
      var tampered = closed.clone();
      tampered[i] ^= 1;
      assertThat(seal.open("user", tampered)).as("byte %d", i).isNull();
    }
    var otherKey = new byte[Seal.KEY_BYTES];
    otherKey[0] = 1;
    assertThat(new Seal(otherKey, ids).open("user", closed)).isNull();
    assertThat(seal.openText("user", "no Base64!")).isNull();
    assertThat(seal.open("user", new byte[0])).isNull();
  }

  @Test
  void marksTextsAlwaysTheSame() {
    assertThat(seal.mark("ada")).isEqualTo(seal.mark("ada")).isNotEqualTo(seal.mark("eve"));
  }

  @Test
  void needsAWholeKey() {
    assertThatThrownBy(() -> new Seal(new byte[16], ids))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
