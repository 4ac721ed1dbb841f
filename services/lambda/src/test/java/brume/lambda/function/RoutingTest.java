package brume.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.AliasRoutingConfiguration;
import brume.shape.ServiceException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static AliasConfiguration alias(String version, Map<String, Double> weights) {
    return AliasConfiguration.builder()
        .name("live")
        .functionVersion(version)
        .routingConfig(new AliasRoutingConfiguration(weights))
        .build();
  }

  private static void refuses(AliasConfiguration alias, String text) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> Routing.check(alias))
        .withMessageContaining(text);
  }

  @Test
  void requestsAreDividedByWeight() {
    var canary = alias("1", Map.of("2", 0.25));
    var random = new Random(1);

    long second =
        random.doubles(10_000).filter(each -> Routing.choose(canary, each).equals("2")).count();

    assertThat(second).isBetween(2300L, 2700L);
    assertThat(Routing.choose(canary, 0.2499)).isEqualTo("2");
    assertThat(Routing.choose(canary, 0.25)).isEqualTo("1");
  }

  @Test
  void allGoesToTheOnlyVersion() {
    assertThat(Routing.choose(alias("1", Map.of()), 0)).isEqualTo("1");
    assertThat(Routing.versions(alias("1", Map.of()))).containsExactly("1");
    assertThat(Routing.versions(alias("1", Map.of("2", 0.5)))).containsExactly("1", "2");
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    refuses(alias("1", Map.of("2", 0.1, "3", 0.1)), "cannot be greater than 1");
    refuses(alias("1", Map.of("1", 0.1)), "already included in routing configuration");
    refuses(alias("$LATEST", Map.of("1", 0.1)), "$LATEST is not supported");
    refuses(alias("1", Map.of("$LATEST", 0.1)), "$LATEST is not supported");
    refuses(alias("1", Map.of("2", 1.1)), "from 0.0 to 1.0");
    refuses(
        alias("1", Map.of()).toBuilder().name("12").build(),
        "The name of an alias is not a number");
  }
}
