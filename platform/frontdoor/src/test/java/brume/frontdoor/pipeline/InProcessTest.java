package brume.frontdoor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.frontdoor.Echo;
import brume.frontdoor.audit.Attempt;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.meter.RecentRequests;
import brume.frontdoor.meter.Served;
import brume.service.Authorizer;
import brume.service.CommonError;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InProcessTest {
  private final RecentRequests recent = new RecentRequests();
  private final List<Attempt> audited = new ArrayList<>();
  private final Local local = new Local();

  @Test
  void aCallBetweenServicesIsCheckedAndMetered() {
    var operations = open((_, _) -> {});
    assertThat(operations.invoke(local.call(), Echo.SAY, new Echo.Text("hi")).text())
        .isEqualTo("hi");
    assertThatThrownBy(() -> operations.invoke(local.call(), Echo.SAY, new Echo.Text("too long")))
        .hasMessageContaining("1 validation error detected");
    assertThatThrownBy(() -> operations.invoke(local.call(), Echo.SING, new Echo.Text("la")))
        .hasMessage("Brume does not have the operation Sing of echo");
    assertThat(recent.newest(9)).extracting(Served::status).containsExactly(501, 400, 200);
  }

  @Test
  void nobodyCallsWithoutPermission() {
    var operations =
        open(
            (_, _) -> {
              throw CommonError.ACCESS_DENIED.because("no");
            });
    assertThatThrownBy(() -> operations.invoke(local.call(), Echo.SAY, new Echo.Text("hi")))
        .hasMessage("no");
    assertThat(audited)
        .extracting(Attempt::failure)
        .containsExactly(new Attempt.Failure("AccessDeniedException", "no", null));
  }

  private InProcess open(Authorizer authorizer) {
    var operations = new InProcess(recent, audited::add);
    operations.open(new Directory(List.of(Echo.service(text -> text))), authorizer);
    return operations;
  }
}
