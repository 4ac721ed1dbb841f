package brume.ses.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import brume.model.sesv2.GetConfigurationSetRequest;
import brume.model.sesv2.GetEmailIdentityRequest;
import brume.model.sesv2.GetEmailTemplateRequest;
import brume.model.sesv2.SeSv2Model;
import brume.model.sesv2.Tag;
import brume.service.ResourceType;
import brume.service.ResourceType.Request;
import brume.ses.Lab;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceTest {
  private final Lab lab = new Lab();

  @Test
  void anIdentity() {
    var type = new EmailIdentityResource();
    var sets = new ConfigurationSetResource();
    sets.create(lab.local.call(), request("{\"Name\": \"set\"}"));
    var properties = "{\"EmailIdentity\": \"ann@example.com\"}";
    var made = type.create(lab.local.call(), request(properties));
    assertThat(made.physicalId()).isEqualTo("ann@example.com");
    assertThat(lab.newest()).contains("To: ann@example.com");
    var changed =
        request(
            """
            {"EmailIdentity": "ann@example.com",
             "ConfigurationSetAttributes": {"ConfigurationSetName": "set"},
             "Tags": [{"Key": "own", "Value": "1"}]}
            """);
    type.update(lab.local.call(), made, object(properties), changed);
    var asked = new GetEmailIdentityRequest("ann@example.com");
    var identity = lab.invoke(SeSv2Model.GET_EMAIL_IDENTITY, asked);
    assertThat(identity.configurationSetName()).isEqualTo("set");
    assertThat(identity.tags()).containsExactly(new Tag("own", "1"), new Tag("stack", "s"));
    deletedTwice(type, made);
    assertThatThrownBy(() -> type.create(lab.local.call(), request("{}")))
        .hasMessage("The property EmailIdentity is needed");
  }

  @Test
  void aTemplate() {
    var type = new TemplateResource();
    var properties = "{\"Template\": {\"SubjectPart\": \"Hi\", \"TextPart\": \"Hello\"}}";
    var made = type.create(lab.local.call(), request(properties));
    assertThat(made.physicalId()).isEqualTo("stack-It-TOKEN");
    assertThat(made.attributes()).containsEntry("Id", Json.of("stack-It-TOKEN"));
    assertThat(type.create(lab.local.call(), request(properties))).isEqualTo(made);
    var changed = "{\"Template\": {\"SubjectPart\": \"Bye\", \"HtmlPart\": \"<p>\"}}";
    type.update(lab.local.call(), made, object(properties), request(changed));
    var asked = new GetEmailTemplateRequest("stack-It-TOKEN");
    var template = lab.invoke(SeSv2Model.GET_EMAIL_TEMPLATE, asked);
    assertThat(template.templateContent().subject()).isEqualTo("Bye");
    assertThat(template.templateContent().text()).isNull();
    var renamed = "{\"Template\": {\"TemplateName\": \"other\", \"SubjectPart\": \"Bye\"}}";
    assertThatThrownBy(() -> type.update(lab.local.call(), made, object(changed), request(renamed)))
        .hasMessageContaining("TemplateName");
    deletedTwice(type, made);
  }

  @Test
  void aConfigurationSet() {
    var type = new ConfigurationSetResource();
    var properties = "{\"SendingOptions\": {\"SendingEnabled\": \"false\"}}";
    var made = type.create(lab.local.call(), request(properties));
    assertThat(type.create(lab.local.call(), request(properties))).isEqualTo(made);
    assertThat(isSending(made.physicalId())).isFalse();
    type.update(lab.local.call(), made, object(properties), request("{}"));
    assertThat(isSending(made.physicalId())).isTrue();
    deletedTwice(type, made);
  }

  private boolean isSending(String set) {
    var asked = new GetConfigurationSetRequest(set);
    return lab.invoke(SeSv2Model.GET_CONFIGURATION_SET, asked).sendingOptions().sendingEnabled();
  }

  private void deletedTwice(ResourceType type, ResourceType.Resource resource) {
    type.delete(lab.local.call(), resource, Json.Obj.EMPTY);
    type.delete(lab.local.call(), resource, Json.Obj.EMPTY);
  }

  private static Request request(String properties) {
    return new Request("stack", "It", "TOKEN", object(properties), Map.of("stack", "s"));
  }

  private static Json.Obj object(String json) {
    return (Json.Obj) Json.parse(json);
  }
}
