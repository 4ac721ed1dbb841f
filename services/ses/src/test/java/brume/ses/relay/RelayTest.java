package brume.ses.relay;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.ses.SesModel;
import brume.model.sesv2.PutSuppressedDestinationRequest;
import brume.model.sesv2.SeSv2Model;
import brume.service.Owed;
import brume.ses.Lab;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mail that goes out, over real sockets.
class RelayTest {
  private final SmtpServer server = new SmtpServer();
  private final Lab lab = new Lab(server.relay()).verified(ANN);

  RelayTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private List<Owed> send(String... to) {
    lab.invoke(SesModel.SEND_EMAIL, Lab.mail("Ann <" + ANN + ">", to).build());
    return lab.deliver();
  }

  private String noted() {
    return lab.open("/messages?limit=1");
  }

  @Test
  void takesAMessageWithItsEnvelope() {
    assertThat(send(BEN)).isEmpty();
    var taken = server.taken.getFirst();
    assertThat(taken.from()).isEqualTo(ANN);
    assertThat(taken.to()).containsExactly(BEN);
    assertThat(taken.message()).contains("Subject: Hello", "Your code is 1234");
    assertThat(noted()).contains("Handed to " + server.relay() + " for " + BEN);
  }

  @Test
  void keepsTryingForThoseWhoMayGetItLater() {
    var left = send(BEN, "never@example.org", "later@example.org");
    assertThat(server.taken.getFirst().to()).containsExactly(BEN);
    assertThat(noted()).contains("Not delivered to never@example.org: 550 no such user");
    assertThat(Order.of(left.getFirst().payload()).to()).containsExactly("later@example.org");

    lab.local.clock.advance(RelayDelivery.PATIENCE);
    assertThat(lab.deliver(lab.relay(), left.getFirst())).isEmpty();
    assertThat(noted()).contains("Not delivered to later@example.org, given up: 451 try later");
    assertThat(server.taken).hasSize(1);
  }

  @Test
  void keepsTryingWhenNobodyListens() throws IOException {
    server.close();
    var left = send(BEN);
    assertThat(Order.of(left.getFirst().payload()).to()).containsExactly(BEN);
    assertThat(noted()).doesNotContain("Handed", "Not delivered");
  }

  @Test
  void isNotToldOfThoseWhoGetNothing() {
    lab.invoke(
        SeSv2Model.PUT_SUPPRESSED_DESTINATION, new PutSuppressedDestinationRequest(BEN, "BOUNCE"));
    assertThat(send(BEN)).isEmpty();
    assertThat(server.taken).isEmpty();
    assertThat(send(BEN, "cid@example.org")).isEmpty();
    assertThat(server.taken.getFirst().to()).containsExactly("cid@example.org");
  }

  @Test
  void getsNothingThatWasDeletedMeanwhile() {
    lab.invoke(SesModel.SEND_EMAIL, Lab.mail(ANN, BEN).build());
    lab.deleteNewest();
    assertThat(lab.deliver()).isEmpty();
    assertThat(server.taken).isEmpty();
  }
}
