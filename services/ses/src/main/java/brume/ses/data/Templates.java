package brume.ses.data;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.sesv2.GetEmailTemplateResponse;
import brume.service.record.Records;
import brume.ses.refusal.Api;
import brume.store.Store;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The templates of all accounts and regions.
public final class Templates {
  /// Of one account and region. Source: Amazon SES Developer Guide, "Service quotas".
  static final int MAX_TEMPLATES = 20_000;

  private final Named<StoredTemplate> templates;

  public Templates(Store store) {
    templates = new Named<>(store, "ses.template", StoredTemplate.SHAPE);
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("ses", scope, "template/" + name);
  }

  public GetEmailTemplateResponse get(Scope scope, String name, Api api) {
    return existing(templates.find(scope, name), name, api).template();
  }

  public Records.Page<StoredTemplate> page(Scope scope, @Nullable String token, int limit) {
    return templates.page(scope, token, limit);
  }

  public void create(Scope scope, StoredTemplate template, Api api) {
    var name = template.template().templateName();
    var text = "Template " + name + " already exists";
    templates.create(
        scope,
        name,
        template,
        new Named.Rule(MAX_TEMPLATES, api.limit(), api.templateExists(), text));
  }

  public void change(
      Scope scope, String name, Api api, UnaryOperator<GetEmailTemplateResponse> change) {
    var changed =
        templates.change(
            scope,
            name,
            stored -> new StoredTemplate(change.apply(stored.template()), stored.created()));
    var _ = existing(changed, name, api);
  }

  /// Whether there was one to delete.
  public boolean delete(Scope scope, String name) {
    return templates.delete(scope, name);
  }

  private static StoredTemplate existing(@Nullable StoredTemplate template, String name, Api api) {
    if (template == null) {
      throw api.noTemplate().because("Template " + name + " does not exist");
    }
    return template;
  }
}
