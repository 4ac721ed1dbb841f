package brume.sesv2;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import brume.model.sesv2.Attachment;
import brume.model.sesv2.Body;
import brume.model.sesv2.BulkEmailContent;
import brume.model.sesv2.BulkEmailEntry;
import brume.model.sesv2.Content;
import brume.model.sesv2.CreateEmailTemplateRequest;
import brume.model.sesv2.Destination;
import brume.model.sesv2.EmailContent;
import brume.model.sesv2.EmailTemplateContent;
import brume.model.sesv2.GetAccountRequest;
import brume.model.sesv2.Message;
import brume.model.sesv2.MessageHeader;
import brume.model.sesv2.PutAccountDetailsRequest;
import brume.model.sesv2.PutAccountSendingAttributesRequest;
import brume.model.sesv2.RawMessage;
import brume.model.sesv2.ReplacementEmailContent;
import brume.model.sesv2.ReplacementTemplate;
import brume.model.sesv2.SeSv2Error;
import brume.model.sesv2.SeSv2Model;
import brume.model.sesv2.SendBulkEmailRequest;
import brume.model.sesv2.SendEmailRequest;
import brume.model.sesv2.Template;
import brume.model.sesv2.TestRenderEmailTemplateRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SesV2Test {
  private static final EmailTemplateContent WELCOME =
      EmailTemplateContent.builder().subject("Welcome {{name}}").text("Hello {{name}}").build();

  private final Lab lab = new Lab().verified(ANN);

  @Test
  void aMessageOfPartsHasHeadersAndFiles() {
    var file =
        Attachment.builder()
            .fileName("rächnung.pdf")
            .contentType("application/pdf")
            .rawContent(Bytes.utf8("%PDF"))
            .build();
    var message =
        Message.builder()
            .subject(content("Invoice"))
            .body(Body.builder().text(content("See the file")).build())
            .headers(List.of(new MessageHeader("List-Unsubscribe", "<mailto:u@example.com>")))
            .attachments(List.of(file))
            .build();
    var id = send(EmailContent.builder().simple(message).build());
    assertThat(lab.open("/messages/" + id))
        .contains("\"name\":\"List-Unsubscribe\"", "<mailto:u@example.com>")
        .contains("\"name\":\"rächnung.pdf\",\"type\":\"application/pdf\"")
        .contains("\"text\":\"See the file\"");
    assertThat(lab.open("/messages/" + id + "/attachments/1")).isEqualTo("%PDF");
  }

  @Test
  void aRawMessageNeedsItsOwnAction() {
    var raw = new RawMessage(Bytes.utf8("From: ann@example.com\r\nSubject: Raw\r\n\r\nHello"));
    send(EmailContent.builder().raw(raw).build());
    assertThat(lab.newest()).contains("Subject: Raw");
    assertThat(lab.local.asked().getLast().needs().getFirst().action())
        .isEqualTo("ses:SendRawEmail");
  }

  @Test
  void aTemplateIsStoredOrBrought() {
    createWelcome();
    var stored = Template.builder().templateName("welcome").templateData("{\"name\": \"Ben\"}");
    send(EmailContent.builder().template(stored.build()).build());
    assertThat(lab.newest()).contains("Subject: Welcome Ben");
    lab.local.clock.advance(java.time.Duration.ofSeconds(1));
    var brought = Template.builder().templateContent(WELCOME).templateData("{\"name\": \"Eve\"}");
    send(EmailContent.builder().template(brought.build()).build());
    assertThat(lab.newest()).contains("Subject: Welcome Eve");
    var unknown = Template.builder().templateName("unknown").templateData("{}").build();
    refused(() -> send(EmailContent.builder().template(unknown).build()))
        .isEqualTo(SeSv2Error.NOT_FOUND_EXCEPTION);
    refused(
            () ->
                lab.invoke(
                    SeSv2Model.TEST_RENDER_EMAIL_TEMPLATE,
                    new TestRenderEmailTemplateRequest("{}", "welcome")))
        .isEqualTo(SeSv2Error.BAD_REQUEST_EXCEPTION);
  }

  @Test
  void eachOfManyHasItsOwnValues() {
    createWelcome();
    var usual =
        Template.builder().templateName("welcome").templateData("{\"name\": \"friend\"}").build();
    var own =
        new ReplacementEmailContent(
            ReplacementTemplate.builder().replacementTemplateData("{\"name\": \"Ben\"}").build());
    var request =
        SendBulkEmailRequest.builder()
            .fromEmailAddress(ANN)
            .defaultContent(new BulkEmailContent(usual))
            .bulkEmailEntries(
                List.of(
                    BulkEmailEntry.builder()
                        .destination(to(BEN))
                        .replacementEmailContent(own)
                        .build(),
                    BulkEmailEntry.builder().destination(Destination.builder().build()).build()))
            .build();
    var results = lab.invoke(SeSv2Model.SEND_BULK_EMAIL, request).bulkEmailEntryResults();
    assertThat(results)
        .extracting(result -> result.status())
        .containsExactly("SUCCESS", "INVALID_PARAMETER");
    assertThat(lab.newest()).contains("Subject: Welcome Ben");
  }

  @Test
  void refusalsAreThoseOfVersionTwo() {
    refused(() -> lab.invoke(SeSv2Model.SEND_EMAIL, simple("eve@example.net").build()))
        .isEqualTo(SeSv2Error.MESSAGE_REJECTED);
    refused(() -> lab.invoke(SeSv2Model.SEND_EMAIL, simple("nobody").build()))
        .isEqualTo(SeSv2Error.BAD_REQUEST_EXCEPTION);
    assertThatThrownBy(() -> lab.invoke(SeSv2Model.SEND_EMAIL, simple(ANN).tenantName("t").build()))
        .hasMessage("Brume does not have the parameter TenantName");
  }

  @Test
  void theAccountTellsHowItSends() {
    lab.invoke(SeSv2Model.SEND_EMAIL, simple(ANN).build());
    var account = lab.invoke(SeSv2Model.GET_ACCOUNT, new GetAccountRequest());
    assertThat(account.productionAccessEnabled()).isTrue();
    assertThat(account.sendingEnabled()).isTrue();
    assertThat(account.sendQuota().sentLast24Hours()).isEqualTo(1);
    lab.invoke(
        SeSv2Model.PUT_ACCOUNT_SENDING_ATTRIBUTES, new PutAccountSendingAttributesRequest(false));
    refused(() -> lab.invoke(SeSv2Model.SEND_EMAIL, simple(ANN).build()))
        .isEqualTo(SeSv2Error.SENDING_PAUSED_EXCEPTION);
  }

  @Test
  void inTheSandboxMailGoesToVerifiedRecipients() {
    var details =
        PutAccountDetailsRequest.builder()
            .mailType("TRANSACTIONAL")
            .websiteUrl("https://example.com")
            .productionAccessEnabled(false)
            .build();
    lab.invoke(SeSv2Model.PUT_ACCOUNT_DETAILS, details);
    var account = lab.invoke(SeSv2Model.GET_ACCOUNT, new GetAccountRequest());
    assertThat(account.productionAccessEnabled()).isFalse();
    assertThat(account.details().mailType()).isEqualTo("TRANSACTIONAL");
    assertThat(account.sendQuota().max24HourSend()).isEqualTo(200);
    assertThatThrownBy(() -> lab.invoke(SeSv2Model.SEND_EMAIL, to(BEN, ANN)))
        .hasMessage(
            "Email address is not verified. The following identities failed the check in region"
                + " US-EAST-1: "
                + BEN);
    lab.invoke(SeSv2Model.SEND_EMAIL, to(ANN, "bounce@simulator.amazonses.com"));
    lab.invoke(
        SeSv2Model.PUT_ACCOUNT_DETAILS, details.toBuilder().productionAccessEnabled(true).build());
    lab.invoke(SeSv2Model.SEND_EMAIL, to(BEN, ANN));
  }

  private static SendEmailRequest to(String... recipients) {
    return simple(ANN)
        .destination(Destination.builder().toAddresses(List.of(recipients)).build())
        .build();
  }

  private void createWelcome() {
    var request =
        CreateEmailTemplateRequest.builder().templateName("welcome").templateContent(WELCOME);
    lab.invoke(SeSv2Model.CREATE_EMAIL_TEMPLATE, request.build());
  }

  private static SendEmailRequest.Builder simple(String from) {
    var message =
        Message.builder()
            .subject(content("Hi"))
            .body(Body.builder().text(content("Hello")).build())
            .build();
    return SendEmailRequest.builder()
        .fromEmailAddress(from)
        .destination(to(BEN))
        .content(EmailContent.builder().simple(message).build());
  }

  private String send(EmailContent content) {
    return lab.invoke(SeSv2Model.SEND_EMAIL, simple(ANN).content(content).build()).messageId();
  }

  private static Destination to(String address) {
    return Destination.builder().toAddresses(List.of(address)).build();
  }

  private static Content content(String text) {
    return Content.builder().data(text).build();
  }

  private static org.assertj.core.api.AbstractObjectAssert<?, Object> refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call).extracting(e -> ((ServiceException) e).error());
  }
}
