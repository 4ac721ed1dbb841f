package brume.sesv2.operation.sending;

import brume.base.Scope;
import brume.model.sesv2.Attachment;
import brume.model.sesv2.Content;
import brume.model.sesv2.Destination;
import brume.model.sesv2.EmailTemplateContent;
import brume.model.sesv2.MessageHeader;
import brume.model.sesv2.MessageTag;
import brume.model.sesv2.SendBulkEmailRequest;
import brume.model.sesv2.SendEmailRequest;
import brume.model.sesv2.Template;
import brume.ses.data.Templates;
import brume.ses.mime.Address;
import brume.ses.mime.Attached;
import brume.ses.mime.Lines;
import brume.ses.mime.Recipients;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import brume.ses.send.Rendering;
import brume.ses.send.TemplateOrders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts that the requests of version 2 have in common.
final class Requests {
  private Requests() {}

  static void refuseUnknown(SendEmailRequest input) {
    Honoured.refuse("EndpointId", input.endpointId());
    Honoured.refuse("TenantName", input.tenantName());
    Honoured.refuse("ListManagementOptions", input.listManagementOptions());
    Honoured.refuse(
        "FeedbackForwardingEmailAddressIdentityArn",
        input.feedbackForwardingEmailAddressIdentityArn());
  }

  static TemplateOrders.Common common(SendEmailRequest input) {
    refuseUnknown(input);
    var template = Objects.requireNonNull(input.content().template());
    return new TemplateOrders.Common(
        Api.V2,
        "ses:SendEmail",
        from(input.fromEmailAddress()),
        input.fromEmailAddressIdentityArn(),
        Address.parse(input.replyToAddresses(), Api.V2),
        returnPath(input.feedbackForwardingEmailAddress()),
        input.configurationSetName(),
        name(template),
        headers(template.headers()),
        attachments(template.attachments()));
  }

  static TemplateOrders.Common common(SendBulkEmailRequest input) {
    Honoured.refuse("EndpointId", input.endpointId());
    Honoured.refuse("TenantName", input.tenantName());
    Honoured.refuse(
        "FeedbackForwardingEmailAddressIdentityArn",
        input.feedbackForwardingEmailAddressIdentityArn());
    var template = template(input);
    return new TemplateOrders.Common(
        Api.V2,
        "ses:SendBulkEmail",
        from(input.fromEmailAddress()),
        input.fromEmailAddressIdentityArn(),
        Address.parse(input.replyToAddresses(), Api.V2),
        returnPath(input.feedbackForwardingEmailAddress()),
        input.configurationSetName(),
        name(template),
        headers(template.headers()),
        attachments(template.attachments()));
  }

  static Template template(SendBulkEmailRequest input) {
    var template = input.defaultContent().template();
    if (template == null) {
      throw Api.V2.invalid().because("A template is needed");
    }
    return template;
  }

  private static @Nullable String name(Template template) {
    return template.templateContent() == null
        ? TemplateOrders.name(template.templateName(), template.templateArn(), Api.V2)
        : null;
  }

  /// What the request brings with it, or else the stored template that it names.
  static EmailTemplateContent content(Templates templates, Scope scope, Template template) {
    var own = template.templateContent();
    if (own != null) {
      Rendering.check(own, Api.V2);
      return own;
    }
    var name = TemplateOrders.name(template.templateName(), template.templateArn(), Api.V2);
    return templates.get(scope, name, Api.V2).templateContent();
  }

  static Address from(@Nullable String text) {
    if (text == null) {
      throw Api.V2.invalid().because("FromEmailAddress is needed.");
    }
    return Address.parse(text, Api.V2);
  }

  static Recipients recipients(@Nullable Destination destination) {
    return destination == null
        ? new Recipients(List.of(), List.of(), List.of())
        : Recipients.parse(
            destination.toAddresses(),
            destination.ccAddresses(),
            destination.bccAddresses(),
            Api.V2);
  }

  static @Nullable Address returnPath(@Nullable String address) {
    return address == null ? null : Address.parse(address, Api.V2);
  }

  static @Nullable String data(@Nullable Content content) {
    return content == null ? null : content.data();
  }

  static Map<String, String> headers(@Nullable List<MessageHeader> headers) {
    var byName = new LinkedHashMap<String, String>();
    for (var header : headers == null ? List.<MessageHeader>of() : headers) {
      Lines.check(header.name(), header.name() + header.value(), Api.V2);
      byName.put(header.name(), header.value());
    }
    return byName;
  }

  static List<Attached> attachments(@Nullable List<Attachment> attachments) {
    return attachments == null ? List.of() : attachments.stream().map(Requests::attached).toList();
  }

  private static Attached attached(Attachment attachment) {
    Honoured.refuse("Attachment.ContentDescription", attachment.contentDescription());
    Lines.check("FileName", attachment.fileName(), Api.V2);
    var type = attachment.contentType();
    return new Attached(
        attachment.fileName(),
        type == null ? "application/octet-stream" : type,
        attachment.contentId(),
        "INLINE".equals(attachment.contentDisposition()),
        attachment.rawContent());
  }

  static Map<String, String> tags(@Nullable List<MessageTag> tags) {
    var byName = new LinkedHashMap<String, String>();
    for (var tag : tags == null ? List.<MessageTag>of() : tags) {
      byName.put(tag.name(), tag.value());
    }
    return byName;
  }
}
