package brume.ses.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import brume.ses.refusal.Api;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
  private static final Stamp STAMP =
      Stamp.of(Instant.parse("2026-01-02T03:04:05.678Z"), new UUID(1, 2));

  @Test
  void whatIsWrittenIsRead() {
    var ann = Address.parse("Änn <ann@Example.com>", Api.V1);
    var to = new Recipients(List.of(ann), List.of(), List.of(new Address("eve@b.de", null)));
    var file = new Attached("ä.txt", "text/plain", "id", true, Bytes.utf8("attached"));
    var text = new Draft.Text("Grüße", "ä\r\n.\r\nb", "<p>ß</p>");
    var draft = new Draft(ann, to, List.of(ann), text, Map.of("X-Mine", "1"), List.of(file));
    var message = draft.write(STAMP);
    assertThat(new String(message, StandardCharsets.UTF_8)).doesNotContain("eve@b.de");
    var letter = Letter.read(message);
    assertThat(letter.text()).isEqualTo("ä\r\n.\r\nb");
    assertThat(letter.html()).isEqualTo("<p>ß</p>");
    assertThat(letter.attachments()).containsExactly(file);
    assertThat(letter.headers())
        .contains(new Letter.Field("Subject", "Grüße"), new Letter.Field("X-Mine", "1"))
        .contains(new Letter.Field("From", "Änn <ann@example.com>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no header",
        "Content-Type: multipart/mixed\r\n\r\nno boundary",
        "Content-Type: text/plain; charset=unheard-of\r\n\r\nHello",
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nnever closed",
        "Content-Transfer-Encoding: base64\r\n\r\n%%%",
        "Subject: =?x?q?y?=\r\n\r\nHello",
      })
  void nothingIsTooBrokenToBeShown(String message) {
    assertThat(Letter.read(message.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void idsTellTheirTimes() {
    assertThat(Stamp.timeOf(STAMP.id())).isEqualTo(STAMP.at());
    assertThatThrownBy(() -> Stamp.timeOf("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stamp.timeOf("0100zzzzzzzzzzzz-"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann@", "@b.de", "a b@c.de", "a@b..de", "a@b.de\r\nX: y"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> Address.parse(text, Api.V2)).hasMessageNotContaining("null");
  }
}
