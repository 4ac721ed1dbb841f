package brume.ses.operation.sending;

import brume.model.ses.BulkEmailDestinationStatus;
import brume.model.ses.SendBulkTemplatedEmailRequest;
import brume.model.ses.SendBulkTemplatedEmailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.mime.Address;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import brume.ses.send.Bulk;
import brume.ses.send.Order;
import brume.ses.send.Refusal;
import brume.ses.send.Sending;
import brume.ses.send.TemplateOrders;
import brume.ses.template.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sends a message of one template to many, each with its own values. What is wrong with one of
/// them is told for that one.
public final class SendBulkTemplatedEmail
    implements Operation<SendBulkTemplatedEmailRequest, SendBulkTemplatedEmailResponse> {
  private final Sending sending;
  private final Templates templates;

  public SendBulkTemplatedEmail(Sending sending, Templates templates) {
    this.sending = sending;
    this.templates = templates;
  }

  @Override
  public Access access(Call call, SendBulkTemplatedEmailRequest input) {
    return sending.access(call, "ses:SendBulkTemplatedEmail", () -> toAll(input));
  }

  @Override
  public SendBulkTemplatedEmailResponse run(Call call, SendBulkTemplatedEmailRequest input) {
    var template = templates.get(call.scope(), input.template(), Api.V1).templateContent();
    var usual = TemplateData.parse(input.defaultTemplateData(), Api.V1);
    var entries =
        input.destinations().stream()
            .map(
                each -> {
                  var own = TemplateData.parse(each.replacementTemplateData(), Api.V1);
                  var tags = new LinkedHashMap<>(Simple.tags(input.defaultTags()));
                  tags.putAll(Simple.tags(each.replacementTags()));
                  var data = TemplateData.merged(usual, own);
                  var to = Simple.recipients(each.destination());
                  return common(input).order(to, tags, template, data);
                })
            .toList();
    return new SendBulkTemplatedEmailResponse(
        Bulk.send(sending, call, entries).stream().map(SendBulkTemplatedEmail::status).toList());
  }

  private static BulkEmailDestinationStatus status(Bulk.Result result) {
    return switch (result) {
      case Bulk.Sent(String id) ->
          BulkEmailDestinationStatus.builder().status("Success").messageId(id).build();
      case Bulk.Refused(Refusal refusal, String text) ->
          BulkEmailDestinationStatus.builder().status(refusal.one()).error(text).build();
    };
  }

  private static TemplateOrders.Common common(SendBulkTemplatedEmailRequest input) {
    Honoured.refuse("TemplateArn", input.templateArn());
    return new TemplateOrders.Common(
        Api.V1,
        "ses:SendBulkTemplatedEmail",
        Address.parse(input.source(), Api.V1),
        input.sourceArn(),
        Address.parse(input.replyToAddresses(), Api.V1),
        Simple.returnPath(input.returnPath(), input.returnPathArn()),
        input.configurationSetName(),
        input.template(),
        Map.of(),
        List.of());
  }

  private static Order toAll(SendBulkTemplatedEmailRequest input) {
    var recipients =
        input.destinations().stream()
            .flatMap(each -> Simple.recipients(each.destination()).all().stream())
            .toList();
    return common(input).toWhom(recipients);
  }
}
