package brume.ses.operation.template;

import brume.model.ses.Template;
import brume.model.sesv2.EmailTemplateContent;
import brume.model.sesv2.GetEmailTemplateResponse;

/// Templates as version 1 spells them, and as they are kept.
final class Contents {
  private Contents() {}

  static EmailTemplateContent of(Template template) {
    return new EmailTemplateContent(
        template.htmlPart(), template.subjectPart(), template.textPart());
  }

  static Template shown(GetEmailTemplateResponse template) {
    var content = template.templateContent();
    return Template.builder()
        .templateName(template.templateName())
        .subjectPart(content.subject())
        .textPart(content.text())
        .htmlPart(content.html())
        .build();
  }
}
