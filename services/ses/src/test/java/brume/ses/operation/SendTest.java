package brume.ses.operation;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static brume.ses.Lab.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Arn;
import brume.base.Bytes;
import brume.identity.Principal;
import brume.identity.policy.Policy;
import brume.model.ses.Body;
import brume.model.ses.GetSendQuotaRequest;
import brume.model.ses.GetSendStatisticsRequest;
import brume.model.ses.MessageTag;
import brume.model.ses.RawMessage;
import brume.model.ses.SendEmailRequest;
import brume.model.ses.SendRawEmailRequest;
import brume.model.ses.SesError;
import brume.model.ses.SesModel;
import brume.model.ses.UpdateAccountSendingEnabledRequest;
import brume.model.ses.VerifyDomainIdentityRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import brume.testing.Local;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendTest {
  private final Lab lab = new Lab().verified(ANN);

  @Test
  void aMessageLandsInTheMailbox() {
    var body = Body.builder().text(Lab.content("Grüße")).html(Lab.content("<b>Grüße</b>"));
    var request =
        mail("Änn <" + ANN + ">", body, BEN).tags(List.of(new MessageTag("kind", "greeting")));
    var id = send(request);
    assertThat(id).matches("0100[0-9a-f]{12}-[0-9a-f-]{36}-000000");
    assertThat(lab.open("/messages/" + id))
        .contains("\"subject\":\"Hello\"", "\"text\":\"Grüße\"", "\"html\":\"<b>Grüße</b>\"")
        .contains("\"recipients\":[\"ben@example.org\"]", "\"tags\":{\"kind\":\"greeting\"}");
    assertThat(lab.newest())
        .contains("Message-ID: <" + id + "@email.amazonses.com>", "multipart/alternative");
  }

  @Test
  void aSenderMustBeVerified() {
    assertThatThrownBy(() -> send(mail("eve@example.net", BEN)))
        .hasMessage(
            "Email address is not verified. The following identities failed the check in region"
                + " US-EAST-1: eve@example.net")
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.MESSAGE_REJECTED);
  }

  @Test
  void aVerifiedDomainCoversItsAddressesAndSubdomains() {
    lab.local.clock.advance(java.time.Duration.ofSeconds(1));
    lab.invoke(SesModel.VERIFY_DOMAIN_IDENTITY, new VerifyDomainIdentityRequest("shop.example"));
    assertThatThrownBy(() -> send(mail("a@shop.example", BEN))).hasMessageContaining("failed");
    lab.open(lab.newestLink());
    send(mail("a@shop.example", BEN));
    send(mail("a@mail.shop.example", BEN));
    assertThatThrownBy(() -> send(mail("a@myshop.example", BEN))).hasMessageContaining("failed");
  }

  @Test
  void whatACallerNeedsNamesTheIdentityThatSends() {
    send(mail("Ann <" + ANN + ">", BEN));
    var need = lab.local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("ses:SendEmail");
    assertThat(need.resource())
        .isEqualTo("arn:aws:ses:us-east-1:000000000000:identity/ann@example.com");
    assertThat(need.conditions())
        .containsEntry("ses:FromAddress", List.of(ANN))
        .containsEntry("ses:FromDisplayName", List.of("Ann"))
        .containsEntry("ses:Recipients", List.of(BEN));
  }

  @Test
  void cognitoAloneSendsFromItsOwnAddress() {
    var request = mail("no-reply@verificationemail.com", BEN).build();
    assertThatThrownBy(() -> lab.invoke(SesModel.SEND_EMAIL, request))
        .hasMessageContaining("not verified");
    var pool = Arn.of("cognito-idp", Local.SCOPE, "userpool/us-east-1_abc");
    var cognito = new Principal.Service("cognito-idp.amazonaws.com");
    lab.local.invoke(lab.local.call().as(cognito, pool), SesModel.SEND_EMAIL, request);
    var guard = lab.local.asked().getLast().needs().getFirst().guard();
    assertThat(guard.policy()).contains("cognito-idp.amazonaws.com");
    assertThat(Policy.parse(guard.policy(), Policy.Kind.RESOURCE)).isNotNull();
    assertThat(lab.newest()).contains("Your code is 1234");
  }

  @Test
  void aRawMessageNamesItsSenderAndRecipients() {
    var id =
        raw(
            """
            From: Ann <ann@example.com>
            To: ben@example.org
            Bcc: eve@example.net
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=

            Hello
            """);
    assertThat(lab.open("/messages/" + id))
        .contains("\"recipients\":[\"ben@example.org\",\"eve@example.net\"]", "Grüße");
    assertThat(lab.newest()).contains("To: ben@example.org", id).doesNotContain("Bcc");
    assertThat(lab.local.asked().getLast().needs().getFirst().action())
        .isEqualTo("ses:SendRawEmail");
  }

  @Test
  void whatARawMessageLacksTheRequestSays() {
    var message = new RawMessage(Bytes.utf8("Subject: x\r\n\r\nHello\r\n"));
    var request =
        SendRawEmailRequest.builder()
            .source(ANN)
            .destinations(List.of(BEN))
            .rawMessage(message)
            .build();
    lab.invoke(SesModel.SEND_RAW_EMAIL, request);
    assertThat(lab.newest()).contains("From: ann@example.com");
    assertThatThrownBy(() -> raw("Subject: x\r\n\r\nHello\r\n"))
        .hasMessage("Missing required header 'From'.");
    assertThatThrownBy(() -> raw("From: ann@example.com\r\n\r\nHello\r\n"))
        .hasMessage("There are no recipients");
    assertThatThrownBy(
            () -> raw("From: ann@example.com\r\nTo: b@c.de\r\nX-SES-MESSAGE-TAGS: a=b\r\n\r\nx"))
        .hasMessage("Brume does not have the parameter X-SES-MESSAGE-TAGS");
  }

  @Test
  void limitsHold() {
    var many = Collections.nCopies(51, BEN).toArray(String[]::new);
    assertThatThrownBy(() -> send(mail(ANN, many))).hasMessage("Recipient count exceeds 50.");
    var body = Body.builder().text(Lab.content("x".repeat(5 << 20)));
    assertThatThrownBy(() -> send(mail(ANN, body, BEN)))
        .hasMessageStartingWith("Message length is more than 4194304 bytes long");
    assertThatThrownBy(() -> send(mail(ANN, BEN).replyToAddresses(List.of("nobody"))))
        .hasMessage("Missing final '@domain'");
  }

  @Test
  void nothingOfARequestBecomesAHeaderOfItsOwn() {
    var message =
        new brume.model.ses.Message(
            Body.builder().text(Lab.content("x")).build(), Lab.content("Hi\r\nBcc: eve@b.example"));
    assertThatThrownBy(() -> send(mail(ANN, BEN).message(message)))
        .hasMessage("Subject contains control characters");
  }

  @Test
  void whatWasSentIsCounted() {
    send(mail(ANN, BEN, "eve@example.net"));
    lab.local.clock.advance(java.time.Duration.ofMinutes(15));
    send(mail(ANN, BEN));
    var quota = lab.invoke(SesModel.GET_SEND_QUOTA, new GetSendQuotaRequest());
    assertThat(quota.sentLast24Hours()).isEqualTo(3);
    assertThat(quota.max24HourSend()).isEqualTo(50_000);
    var points = lab.invoke(SesModel.GET_SEND_STATISTICS, new GetSendStatisticsRequest());
    assertThat(points.sendDataPoints())
        .extracting(point -> point.deliveryAttempts())
        .containsExactly(2L, 1L);
    lab.local.clock.advance(java.time.Duration.ofDays(2));
    assertThat(lab.invoke(SesModel.GET_SEND_QUOTA, new GetSendQuotaRequest()).sentLast24Hours())
        .isZero();
  }

  @Test
  void anAccountMaySwitchItsSendingOff() {
    lab.invoke(
        SesModel.UPDATE_ACCOUNT_SENDING_ENABLED, new UpdateAccountSendingEnabledRequest(false));
    assertThatThrownBy(() -> send(mail(ANN, BEN)))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.ACCOUNT_SENDING_PAUSED_EXCEPTION);
    lab.invoke(
        SesModel.UPDATE_ACCOUNT_SENDING_ENABLED, new UpdateAccountSendingEnabledRequest(true));
    send(mail(ANN, BEN));
  }

  private String send(SendEmailRequest.Builder request) {
    return lab.invoke(SesModel.SEND_EMAIL, request.build()).messageId();
  }

  private String raw(String message) {
    var request =
        SendRawEmailRequest.builder()
            .rawMessage(new RawMessage(Bytes.utf8(message.replaceAll("\r?\n", "\r\n"))))
            .build();
    return lab.invoke(SesModel.SEND_RAW_EMAIL, request).messageId();
  }
}
