package brume.ses.send;

import brume.base.Arn;
import brume.json.Json;
import brume.model.sesv2.EmailTemplateContent;
import brume.ses.mime.Address;
import brume.ses.mime.Attached;
import brume.ses.mime.Draft;
import brume.ses.mime.Recipients;
import brume.ses.mime.Stamp;
import brume.ses.refusal.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Orders of messages that are made of a template.
///
/// One whose values are missing is taken all the same, and not delivered: SES tells of it later, by
/// an event; here its note in the mailbox does.
public final class TemplateOrders {
  private TemplateOrders() {}

  /// What the messages of a request have in common.
  ///
  /// @param template null for one that the request brings with it
  public record Common(
      Api api,
      String action,
      Address from,
      @Nullable String fromArn,
      List<Address> replyTo,
      @Nullable Address returnPath,
      @Nullable String configurationSet,
      @Nullable String template,
      Map<String, String> headers,
      List<Attached> attachments) {
    /// What a caller needs, whatever the template has become.
    public Order toWhom(List<Address> recipients) {
      return order(recipients, Map.of(), "", null, _ -> new byte[0]);
    }

    /// The message to some of the recipients.
    public Order order(
        Recipients to, Map<String, String> tags, EmailTemplateContent content, Json.Obj data) {
      var rendering = Rendering.of(content, data);
      var draft =
          new Draft(from, to, replyTo, rendering.text(), headers, attachments)
              .returningTo(returnPath);
      var failure = rendering.failure();
      return order(
          to.all(),
          tags,
          rendering.text().subject(),
          failure == null ? null : failure.text(),
          draft);
    }

    private Order order(
        List<Address> recipients,
        Map<String, String> tags,
        String subject,
        @Nullable String failure,
        brume.ses.mime.Writing message) {
      return new Order(
          api,
          action,
          from,
          fromArn,
          recipients,
          configurationSet,
          tags,
          template,
          failure,
          subject,
          message);
    }
  }

  /// The name in a template's ARN, or the name itself.
  public static String name(@Nullable String name, @Nullable String arn, Api api) {
    if (name != null) {
      return name;
    }
    return Arn.parse(arn == null ? "" : arn)
        .map(Arn::name)
        .orElseThrow(() -> api.invalid().because("A template is needed"));
  }

  /// A message as it would travel, for those who try a template.
  public static byte[] preview(Draft.Text text, Instant now, UUID unique) {
    var nobody = new Recipients(List.of(), List.of(), List.of());
    var from = new Address("sender@example.com", null);
    return new Draft(from, nobody, List.of(), text).write(Stamp.of(now, unique));
  }
}
