package brume.ses.mailbox;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static brume.ses.Lab.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.http.Headers;
import brume.http.Request;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.ses.Body;
import brume.model.ses.SesModel;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Gate;
import brume.ses.Lab;
import brume.testing.Local;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final Headers LOCAL = Headers.of("Host", "localhost:4566");

  private final Guard gate = new Guard();
  private final Lab lab = new Lab(gate).verified(ANN);

  @Test
  void theNewestComeFirstPageByPage() {
    var sent = List.of(send(BEN), send("eve@example.net"), send(BEN));
    assertThat(ids(lab.open("/messages"))).startsWith(sent.get(2), sent.get(1), sent.get(0));
    assertThat(ids(lab.open("/messages?recipient=BEN@example.org")))
        .containsExactly(sent.get(2), sent.get(0));
    var first = lab.open("/messages?limit=2");
    var next = object(first).get("next").text();
    assertThat(ids(first)).containsExactly(sent.get(2), sent.get(1));
    assertThat(ids(lab.open("/messages?limit=2&next=" + next))).first().isEqualTo(sent.get(0));
  }

  @Test
  void aMessageIsDeletedWithAllThatIsKeptOfIt() {
    var id = send(BEN);
    assertThat(visit("DELETE", "/messages/" + id, "127.0.0.1", LOCAL)).isEqualTo(204);
    assertThat(lab.get("/messages/" + id).status()).isEqualTo(404);
    assertThat(lab.get("/messages/" + id + "/raw").status()).isEqualTo(404);
    assertThat(ids(lab.open("/messages?recipient=" + BEN))).isEmpty();
    assertThat(visit("DELETE", "/messages/" + id, "127.0.0.1", LOCAL)).isEqualTo(404);
    assertThat(visit("DELETE", "/messages/x", "127.0.0.1", LOCAL)).isEqualTo(404);
    assertThat(visit("POST", "/messages/" + id, "127.0.0.1", LOCAL)).isEqualTo(405);
  }

  @Test
  void oldMessagesAreClearedAway() throws InterruptedException {
    var retention = lab.job();
    var old = send(BEN);
    lab.local.clock.advance(Duration.ofDays(29));
    var young = send(BEN);
    retention.run(lab.local.call());
    assertThat(ids(lab.open("/messages?recipient=" + BEN))).containsExactly(young, old);
    lab.local.clock.advance(Duration.ofDays(2));
    retention.run(lab.local.call());
    assertThat(ids(lab.open("/messages?recipient=" + BEN))).containsExactly(young);
  }

  @Test
  void pagesShowMailAndRunNothingOfIt() {
    var evil = "<script>alert(1)</script><a href=\"https://example.net\">x</a>";
    var body =
        Body.builder().text(Lab.content("https://example.com/?a=1&b=<2")).html(Lab.content(evil));
    var id = lab.invoke(SesModel.SEND_EMAIL, mail(ANN, body, BEN).build()).messageId();
    assertThat(lab.open("/")).contains("<a href=\"read/" + id + "\">Hello</a>");
    var page = lab.get("/read/" + id);
    assertThat(page.headers().first("content-security-policy")).contains("default-src 'none'");
    assertThat(Lab.text(page))
        .doesNotContain("<script>")
        .contains("sandbox=\"allow-popups\"", "&lt;script&gt;")
        .contains("href=\"https://example.com/?a=1&amp;b=\"");
    assertThat(lab.open("/?recipient=nobody@example.com")).contains("No messages");
    assertThat(lab.get("/unknown").status()).isEqualTo(404);
    assertThat(lab.get("/%zz").status()).isEqualTo(404);
  }

  @Test
  void onlyThisMachineNeedsNoSignature() {
    assertThat(visit("GET", "/messages", "127.0.0.1", LOCAL)).isEqualTo(200);
    assertThat(visit("GET", "/messages", "192.0.2.1", LOCAL)).isEqualTo(403);
    assertThat(visit("GET", "/", "192.0.2.1", LOCAL)).isEqualTo(403);
    var other = Headers.of("Host", "evil.example");
    assertThat(visit("GET", "/messages", "127.0.0.1", other)).isEqualTo(403);
    var crossSite = LOCAL.with("Sec-Fetch-Site", "cross-site");
    assertThat(visit("DELETE", "/messages/x", "127.0.0.1", crossSite)).isEqualTo(403);
    var crossOrigin = LOCAL.with("Origin", "https://evil.example");
    assertThat(visit("DELETE", "/messages/x", "127.0.0.1", crossOrigin)).isEqualTo(403);
    var sameOrigin = LOCAL.with("Origin", "http://localhost:4566");
    assertThat(visit("GET", "/messages", "127.0.0.1", sameOrigin)).isEqualTo(200);
  }

  @Test
  void aSignedRequestIsAskedForItsAction() {
    var signed = LOCAL.with("Authorization", "AWS4-HMAC-SHA256 ann");
    assertThat(visit("GET", "/messages", "192.0.2.1", signed)).isEqualTo(200);
    visit("DELETE", "/messages/x", "192.0.2.1", signed);
    assertThat(gate.asked)
        .containsExactly(
            Access.to("ses:GetMailboxMessage", "arn:aws:ses:us-east-1:000000000000:mailbox"),
            Access.to("ses:DeleteMailboxMessage", "arn:aws:ses:us-east-1:000000000000:mailbox"));
    var bad = LOCAL.with("Authorization", "AWS4-HMAC-SHA256 eve");
    assertThatThrownBy(() -> visit("GET", "/messages", "127.0.0.1", bad))
        .hasMessage("The signature does not hold");
  }

  @Test
  void aSignatureCoversThePathThatWasSent() {
    var signed = LOCAL.with("Authorization", "AWS4-HMAC-SHA256 ann");
    for (var prefix : List.of("/_brume/mailbox/", "/_brume/mailbox/us-east-1/")) {
      gate.path = prefix + "000000000000/messages";
      assertThat(visit("GET", "/messages", "192.0.2.1", signed)).isEqualTo(200);
    }
    gate.path = "/messages";
    var host = signed.set("Host", "000000000000.mailbox.us-east-1.localhost:4566");
    assertThat(visit("GET", "/messages", "192.0.2.1", host)).isEqualTo(200);
    assertThatThrownBy(() -> visit("GET", "/messages", "192.0.2.1", signed))
        .hasMessage("The signature does not hold");
  }

  private int visit(String method, String target, String remote, Headers headers) {
    return lab.visit(Lab.request(method, target, remote, headers)).status();
  }

  private String send(String to) {
    lab.local.clock.advance(Duration.ofSeconds(1));
    return lab.invoke(SesModel.SEND_EMAIL, mail(ANN, to).build()).messageId();
  }

  private static List<String> ids(String listing) {
    return object(listing).get("messages").list().stream()
        .map(message -> ((Json.Obj) message).get("id").text())
        .toList();
  }

  private static Json.Obj object(String json) {
    return (Json.Obj) Json.parse(json);
  }

  /// Knows Ann by her name, and what path she signed if it matters.
  private static final class Guard implements Gate {
    private final List<Access> asked = new ArrayList<>();
    private @Nullable String path;

    @Override
    public Visit identify(Call call, Request request, String signingName) {
      if (!request.headers().first("authorization").endsWith("ann")
          || !signingName.equals("ses")
          || (path != null && !path.equals(request.path()))) {
        throw CommonError.INVALID_SIGNATURE.because("The signature does not hold");
      }
      return new Visit(call.as(new Principal.Root(Local.SCOPE.account())), request);
    }

    @Override
    public void authorize(Call call, Access access) {
      asked.add(access);
    }
  }
}
