package brume.sesv2.operation.sending;

import brume.json.Json;
import brume.model.sesv2.BulkEmailEntry;
import brume.model.sesv2.BulkEmailEntryResult;
import brume.model.sesv2.EmailTemplateContent;
import brume.model.sesv2.SendBulkEmailRequest;
import brume.model.sesv2.SendBulkEmailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import brume.ses.send.Bulk;
import brume.ses.send.Order;
import brume.ses.send.Refusal;
import brume.ses.send.Sending;
import brume.ses.template.TemplateData;
import java.util.LinkedHashMap;

/// Sends a message of one template to many, each with its own values. What is wrong with one of
/// them is told for that one.
public final class SendBulkEmail implements Operation<SendBulkEmailRequest, SendBulkEmailResponse> {
  private final Sending sending;
  private final Templates templates;

  public SendBulkEmail(Sending sending, Templates templates) {
    this.sending = sending;
    this.templates = templates;
  }

  @Override
  public Access access(Call call, SendBulkEmailRequest input) {
    return sending.access(call, "ses:SendBulkEmail", () -> toAll(input));
  }

  @Override
  public SendBulkEmailResponse run(Call call, SendBulkEmailRequest input) {
    var template = Requests.template(input);
    var content = Requests.content(templates, call.scope(), template);
    var usual = TemplateData.parse(template.templateData(), Api.V2);
    var orders =
        input.bulkEmailEntries().stream().map(each -> order(input, each, content, usual)).toList();
    return new SendBulkEmailResponse(
        Bulk.send(sending, call, orders).stream().map(SendBulkEmail::result).toList());
  }

  private static Order order(
      SendBulkEmailRequest input,
      BulkEmailEntry entry,
      EmailTemplateContent content,
      Json.Obj usual) {
    Honoured.refuse("ReplacementHeaders", entry.replacementHeaders());
    var replacement = entry.replacementEmailContent();
    var own = replacement == null ? null : replacement.replacementTemplate();
    var data = TemplateData.parse(own == null ? null : own.replacementTemplateData(), Api.V2);
    var tags = new LinkedHashMap<>(Requests.tags(input.defaultEmailTags()));
    tags.putAll(Requests.tags(entry.replacementTags()));
    var recipients = Requests.recipients(entry.destination());
    return Requests.common(input)
        .order(recipients, tags, content, TemplateData.merged(usual, data));
  }

  private static BulkEmailEntryResult result(Bulk.Result result) {
    return switch (result) {
      case Bulk.Sent(String id) ->
          BulkEmailEntryResult.builder().status("SUCCESS").messageId(id).build();
      case Bulk.Refused(Refusal refusal, String text) ->
          BulkEmailEntryResult.builder().status(refusal.two()).error(text).build();
    };
  }

  private static Order toAll(SendBulkEmailRequest input) {
    var recipients =
        input.bulkEmailEntries().stream()
            .flatMap(each -> Requests.recipients(each.destination()).all().stream())
            .toList();
    return Requests.common(input).toWhom(recipients);
  }
}
