package brume.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.service.Regions.Distance;
import brume.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RegionsTest {
  private final Regions regions = new Regions(MemoryStore.open());

  @Test
  void areAtOnePlaceUnlessSomebodySaysOtherwise() {
    assertThat(regions.between("us-east-1", "eu-west-1"))
        .isEqualTo(new Distance("eu-west-1", "us-east-1", Duration.ZERO, false));
    assertThat(regions.all()).isEmpty();
  }

  @Test
  void areAsFarInBothDirections() {
    regions.delay("us-east-1", "eu-west-1", Duration.ofMillis(80));

    assertThat(regions.between("eu-west-1", "us-east-1").delay()).isEqualTo(Duration.ofMillis(80));
    assertThat(regions.between("us-east-1", "eu-west-1").delay()).isEqualTo(Duration.ofMillis(80));
    assertThat(regions.between("us-east-1", "eu-west-2").delay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void areCutUntilTheyAreHealed() {
    regions.cut("us-east-1", "eu-west-1");

    assertThat(regions.between("us-east-1", "eu-west-1").isCut()).isTrue();
    assertThat(regions.all())
        .containsExactly(new Distance("eu-west-1", "us-east-1", Duration.ZERO, true));

    regions.heal("eu-west-1", "us-east-1");

    assertThat(regions.between("us-east-1", "eu-west-1").isCut()).isFalse();
    assertThat(regions.all()).isEmpty();
  }

  @Test
  void haveNoDistanceThatIsNone() {
    assertThatThrownBy(() -> regions.delay("us-east-1", "eu-west-1", Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> regions.delay("us-east-1", "eu-west-1", Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
