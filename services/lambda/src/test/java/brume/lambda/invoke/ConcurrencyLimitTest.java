package brume.lambda.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import brume.lambda.data.LambdaData;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionConfiguration;
import brume.store.memory.MemoryStore;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
  private final LambdaData data = LambdaData.in(MemoryStore.open());
  private final Concurrency concurrency = new Concurrency(data.reservations());
  private final FunctionName reserved = FunctionName.of(Local.SCOPE, "reserved");
  private final FunctionName shared = FunctionName.of(Local.SCOPE, "shared");

  @BeforeEach
  void create() {
    for (var function : List.of(reserved, shared)) {
      data.functions()
          .create(
              function,
              FunctionConfiguration.builder().functionName(function.name()).build(),
              Map.of());
    }
  }

  /// As many places as there are, up to `most`.
  private List<Concurrency.Admission.Admitted> fill(FunctionName function, int most) {
    var places = new ArrayList<Concurrency.Admission.Admitted>();
    while (places.size() < most
        && concurrency.admit(function) instanceof Concurrency.Admission.Admitted place) {
      places.add(place);
    }
    return places;
  }

  @Test
  void functionsShareWhatTheAccountHas() {
    assertThat(fill(shared, 2000)).hasSize(1000);
    assertThat(concurrency.admit(shared.with("7")))
        .isEqualTo(new Concurrency.Admission.Refused("ConcurrentInvocationLimitExceeded"));
  }

  @Test
  void reservationTakesFromTheOthers() {
    data.reservations().put(reserved, 850);

    assertThat(fill(shared, 2000)).hasSize(150);
    assertThat(fill(reserved, 2000)).hasSize(850);
    assertThat(concurrency.admit(reserved))
        .isEqualTo(
            new Concurrency.Admission.Refused("ReservedFunctionConcurrentInvocationLimitExceeded"));
  }

  @Test
  void allQualifiersShareAReservation() {
    data.reservations().put(reserved, 2);

    assertThat(fill(reserved.with("1"), 1)).hasSize(1);
    assertThat(fill(reserved.with("live"), 5)).hasSize(1);
  }

  @Test
  void placesAreGivenBack() {
    data.reservations().put(reserved, 1);
    var place = fill(reserved, 2).getFirst();
    assertThat(fill(reserved, 1)).isEmpty();

    place.close();

    assertThat(fill(reserved, 2)).hasSize(1);
  }
}
