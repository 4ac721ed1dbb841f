package brume.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.service.Regions;
import brume.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DistancesTest {
  private static final String BOTH = "&one=us-east-1&other=eu-west-1";

  private final Regions regions = new Regions(MemoryStore.open());
  private final Distances distances = new Distances(regions);

  @Test
  void delaysCutsAndHeals() {
    distances.change("change=delay&delay=80ms" + BOTH);
    assertThat(regions.between("us-east-1", "eu-west-1").delay()).isEqualTo(Duration.ofMillis(80));
    assertThat(distances.json().print()).contains("\"delayMillis\":80", "us-east-1", "eu-west-1");

    distances.change("change=cut" + BOTH);
    assertThat(distances.json().print()).contains("\"cut\":true");

    distances.change("change=heal" + BOTH);
    assertThat(distances.json().print()).isEqualTo("{\"distances\":[]}");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertRefused("change=move" + BOTH, "delay, cut or heal");
    assertRefused("change=delay&delay=80" + BOTH, "80ms");
    assertRefused("change=delay&delay=999s" + BOTH, "delay");
    assertRefused("change=cut&one=us-east-1&other=us-east-1", "itself");
    assertRefused("change=cut&one=us-east-1", "region");
  }

  private void assertRefused(String query, String why) {
    assertThatThrownBy(() -> distances.change(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
