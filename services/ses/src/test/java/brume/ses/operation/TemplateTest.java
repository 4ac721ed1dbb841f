package brume.ses.operation;

import static brume.ses.Lab.ANN;
import static brume.ses.Lab.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.ses.BulkEmailDestination;
import brume.model.ses.CreateTemplateRequest;
import brume.model.ses.DeleteTemplateRequest;
import brume.model.ses.Destination;
import brume.model.ses.GetTemplateRequest;
import brume.model.ses.ListTemplatesRequest;
import brume.model.ses.SendBulkTemplatedEmailRequest;
import brume.model.ses.SendTemplatedEmailRequest;
import brume.model.ses.SesError;
import brume.model.ses.SesModel;
import brume.model.ses.Template;
import brume.model.ses.TestRenderTemplateRequest;
import brume.model.ses.UpdateTemplateRequest;
import brume.ses.Lab;
import brume.shape.ServiceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Template WELCOME =
      Template.builder()
          .templateName("welcome")
          .subjectPart("Welcome {{name}}")
          .textPart("Hello {{name}}, your code is {{code}}")
          .build();

  private final Lab lab = new Lab().verified(ANN);

  @Test
  void templatesAreKept() {
    create(WELCOME);
    assertThat(get("welcome")).isEqualTo(WELCOME);
    assertThatThrownBy(() -> create(WELCOME)).hasMessage("Template welcome already exists");
    var changed = WELCOME.toBuilder().htmlPart("<p>{{name}}</p>").build();
    lab.invoke(SesModel.UPDATE_TEMPLATE, new UpdateTemplateRequest(changed));
    assertThat(get("welcome")).isEqualTo(changed);
    create(WELCOME.toBuilder().templateName("goodbye").build());
    var first = list(null);
    assertThat(first.templatesMetadata().getFirst().name()).isEqualTo("goodbye");
    assertThat(list(first.nextToken()).templatesMetadata().getFirst().name()).isEqualTo("welcome");
    lab.invoke(SesModel.DELETE_TEMPLATE, new DeleteTemplateRequest("welcome"));
    assertThatThrownBy(() -> get("welcome"))
        .hasMessage("Template welcome does not exist")
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.TEMPLATE_DOES_NOT_EXIST_EXCEPTION);
  }

  @Test
  void whatIsNoTemplateIsRefused() {
    assertThatThrownBy(() -> create(WELCOME.toBuilder().textPart("{{#if a}}").build()))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.INVALID_TEMPLATE_EXCEPTION);
    assertThatThrownBy(() -> create(WELCOME.toBuilder().subjectPart(null).build()))
        .hasMessage("The subject must be specified.");
  }

  @Test
  void aTemplateMayBeTried() {
    create(WELCOME);
    assertThat(render("{\"name\": \"Ben\", \"code\": 7}"))
        .contains("Subject: Welcome Ben", "Hello Ben, your code is 7");
    assertThatThrownBy(() -> render("{\"name\": \"Ben\"}"))
        .hasMessage("Attribute 'code' is not present in the rendering data.");
    assertThatThrownBy(() -> render("[]"))
        .extracting(e -> ((ServiceException) e).error())
        .isEqualTo(SesError.INVALID_RENDERING_PARAMETER_EXCEPTION);
  }

  @Test
  void aMessageIsMadeOfATemplate() {
    create(WELCOME);
    var id = send("{\"name\": \"Ben\", \"code\": \"0815\"}");
    assertThat(lab.open("/messages/" + id))
        .contains("\"subject\":\"Welcome Ben\"", "your code is 0815", "\"notes\":[]");
    assertThat(lab.local.asked().getLast().needs())
        .extracting(need -> need.resource())
        .containsExactly(
            "arn:aws:ses:us-east-1:000000000000:identity/ann@example.com",
            "arn:aws:ses:us-east-1:000000000000:template/welcome");
  }

  @Test
  void aMessageWithoutItsValuesIsTakenAndNotDelivered() {
    create(WELCOME);
    var id = send("{\"name\": \"Ben\"}");
    assertThat(lab.open("/messages/" + id))
        .contains("Not delivered: Attribute 'code' is not present in the rendering data.");
  }

  @Test
  void eachOfManyHasItsOwnValues() {
    create(WELCOME);
    var request =
        SendBulkTemplatedEmailRequest.builder()
            .source(ANN)
            .template("welcome")
            .defaultTemplateData("{\"name\": \"friend\", \"code\": 1}")
            .destinations(
                List.of(
                    to(BEN, "{\"name\": \"Ben\"}"),
                    BulkEmailDestination.builder()
                        .destination(Destination.builder().build())
                        .build(),
                    to("eve@example.net", null)))
            .build();
    var status = lab.invoke(SesModel.SEND_BULK_TEMPLATED_EMAIL, request).status();
    assertThat(status)
        .extracting(each -> each.status())
        .containsExactly("Success", "InvalidParameterValue", "Success");
    assertThat(status.get(1).error()).isEqualTo("There are no recipients");
    assertThat(lab.open("/messages/" + status.get(0).messageId())).contains("Welcome Ben");
    assertThat(lab.open("/messages/" + status.get(2).messageId())).contains("Welcome friend");
  }

  private static BulkEmailDestination to(String address, String data) {
    return BulkEmailDestination.builder()
        .destination(Destination.builder().toAddresses(List.of(address)).build())
        .replacementTemplateData(data)
        .build();
  }

  private void create(Template template) {
    lab.invoke(SesModel.CREATE_TEMPLATE, new CreateTemplateRequest(template));
  }

  private Template get(String name) {
    return lab.invoke(SesModel.GET_TEMPLATE, new GetTemplateRequest(name)).template();
  }

  private brume.model.ses.ListTemplatesResponse list(String token) {
    return lab.invoke(SesModel.LIST_TEMPLATES, new ListTemplatesRequest(1, token));
  }

  private String render(String data) {
    var request = new TestRenderTemplateRequest(data, "welcome");
    return lab.invoke(SesModel.TEST_RENDER_TEMPLATE, request).renderedTemplate();
  }

  private String send(String data) {
    var request =
        SendTemplatedEmailRequest.builder()
            .source(ANN)
            .destination(Destination.builder().toAddresses(List.of(BEN)).build())
            .template("welcome")
            .templateData(data)
            .build();
    return lab.invoke(SesModel.SEND_TEMPLATED_EMAIL, request).messageId();
  }
}
