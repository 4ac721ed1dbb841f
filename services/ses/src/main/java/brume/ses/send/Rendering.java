package brume.ses.send;

import brume.json.Json;
import brume.model.sesv2.EmailTemplateContent;
import brume.ses.mime.Draft;
import brume.ses.refusal.Api;
import brume.ses.template.TemplateException;
import brume.ses.template.TemplateText;
import org.jspecify.annotations.Nullable;

/// What a template becomes with values.
///
/// @param failure why it became nothing; null when it did
public record Rendering(Draft.Text text, @Nullable TemplateException failure) {
  /// Of the parts of a template together, in characters. Source: Amazon SES Developer Guide,
  /// "Service quotas": 500 KB.
  static final int MAX_TEMPLATE = 500 * 1024;

  /// Throws [Api#invalidTemplate] for a template that is none.
  public static void check(EmailTemplateContent template, Api api) {
    if (template.subject() == null) {
      throw api.invalidTemplate().because("The subject must be specified.");
    }
    int length = 0;
    try {
      for (var part : new String[] {template.subject(), template.text(), template.html()}) {
        if (part != null) {
          length += part.length();
          var _ = TemplateText.parse(part);
        }
      }
    } catch (TemplateException e) {
      throw api.invalidTemplate().because(e.text());
    }
    if (length > MAX_TEMPLATE) {
      throw api.invalidTemplate().because("The template is larger than 500 KB");
    }
  }

  public static Rendering of(EmailTemplateContent template, Json.Obj data) {
    try {
      var subject = filled(template.subject(), data);
      return new Rendering(
          new Draft.Text(
              subject == null ? "" : subject,
              filled(template.text(), data),
              filled(template.html(), data)),
          null);
    } catch (TemplateException e) {
      return new Rendering(new Draft.Text("(not rendered)", e.text(), null), e);
    }
  }

  private static @Nullable String filled(@Nullable String part, Json.Obj data)
      throws TemplateException {
    return part == null ? null : TemplateText.parse(part).render(data);
  }

  /// The text, for one who is told why there is none.
  public Draft.Text orRefuse(Api api) {
    if (failure == null) {
      return text;
    }
    throw (failure.dataLacks() ? api.missingAttribute() : api.invalidTemplate())
        .because(failure.text());
  }
}
