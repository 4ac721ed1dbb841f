package brume.sesv2.operation.template;

import brume.model.sesv2.EmailTemplateMetadata;
import brume.model.sesv2.ListEmailTemplatesRequest;
import brume.model.sesv2.ListEmailTemplatesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;

/// Lists templates by their names, 100 at most at a time.
public final class ListEmailTemplates
    implements Operation<ListEmailTemplatesRequest, ListEmailTemplatesResponse> {
  private static final int USUAL_PAGE = 10;
  private static final int MAX_PAGE = 100;

  private final Templates templates;

  public ListEmailTemplates(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, ListEmailTemplatesRequest input) {
    return Access.toAny("ses:ListEmailTemplates");
  }

  @Override
  public ListEmailTemplatesResponse run(Call call, ListEmailTemplatesRequest input) {
    int limit = input.pageSize() == null ? USUAL_PAGE : Math.clamp(input.pageSize(), 1, MAX_PAGE);
    var page = templates.page(call.scope(), input.nextToken(), limit);
    var metadata =
        page.items().stream()
            .map(each -> new EmailTemplateMetadata(each.created(), each.template().templateName()))
            .toList();
    return new ListEmailTemplatesResponse(page.next(), metadata);
  }
}
