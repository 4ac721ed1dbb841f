package brume.ses.operation.template;

import brume.model.ses.ListTemplatesRequest;
import brume.model.ses.ListTemplatesResponse;
import brume.model.ses.TemplateMetadata;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;

/// Lists templates by their names, 100 at most at a time.
public final class ListTemplates implements Operation<ListTemplatesRequest, ListTemplatesResponse> {
  private static final int USUAL_PAGE = 10;
  private static final int MAX_PAGE = 100;

  private final Templates templates;

  public ListTemplates(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, ListTemplatesRequest input) {
    return Access.toAny("ses:ListTemplates");
  }

  @Override
  public ListTemplatesResponse run(Call call, ListTemplatesRequest input) {
    int limit = input.maxItems() == null ? USUAL_PAGE : Math.clamp(input.maxItems(), 1, MAX_PAGE);
    var page = templates.page(call.scope(), input.nextToken(), limit);
    var metadata =
        page.items().stream()
            .map(each -> new TemplateMetadata(each.created(), each.template().templateName()))
            .toList();
    return new ListTemplatesResponse(page.next(), metadata);
  }
}
