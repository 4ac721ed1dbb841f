package brume.frontdoor.meter;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Scope;
import brume.service.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final Scope HERE = new Scope("111111111111", "us-east-1");
  private static final Unit BYTES = new Unit("logs", "IncomingBytes");

  private final Units units = new Units();

  @Test
  void unitsAreSummedByAccountRegionAndService() {
    units.count(HERE, BYTES, 10);
    units.count(HERE, BYTES, 0.5);
    units.count(HERE.in("eu-west-1"), BYTES, 1);
    units.count(HERE, new Unit("lambda", "IncomingBytes"), 2);
    assertThat(units.sums())
        .isEqualTo(
            Map.of(
                new Units.Series("111111111111", "us-east-1", BYTES), 10.5,
                new Units.Series("111111111111", "eu-west-1", BYTES), 1.0,
                new Units.Series("111111111111", "us-east-1", new Unit("lambda", "IncomingBytes")),
                    2.0));
  }

  @Test
  void prometheusReadsThem() {
    units.count(HERE, BYTES, 10);
    assertThat(Exposition.of(units).lines())
        .contains(
            "# TYPE brume_units_total counter",
            "brume_units_total{account=\"111111111111\",region=\"us-east-1\",service=\"logs\","
                + "unit=\"IncomingBytes\"} 10.0");
  }

  @Test
  void theNumberOfSeriesIsBounded() {
    for (int i = 0; i < Units.MAX_SERIES + 10; i++) {
      units.count(new Scope("%012d".formatted(i), "us-east-1"), BYTES, 1);
    }
    assertThat(units.sums())
        .hasSize(Units.MAX_SERIES + 1)
        .containsEntry(new Units.Series("other", "us-east-1", BYTES), 10.0);
  }
}
