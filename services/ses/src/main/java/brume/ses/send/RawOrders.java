package brume.ses.send;

import brume.ses.mime.Address;
import brume.ses.mime.RawMail;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders of messages that their senders wrote as a whole. What the request does not say, the
/// message's headers do.
public final class RawOrders {
  private RawOrders() {}

  /// @param source the sender; null for the one of the message
  /// @param recipients empty for those of the message
  public record Request(
      Api api,
      @Nullable String source,
      @Nullable String fromArn,
      List<Address> recipients,
      @Nullable String configurationSet,
      Map<String, String> tags) {}

  public static Order of(Request request, RawMail raw) {
    var api = request.api();
    raw.unknownWishes().forEach(header -> Honoured.refuse(header, header));
    var set = request.configurationSet();
    return new Order(
        api,
        "ses:SendRawEmail",
        sender(request, raw),
        request.fromArn(),
        request.recipients().isEmpty() ? raw.recipients().all() : request.recipients(),
        set == null ? raw.configurationSet() : set,
        request.tags(),
        null,
        null,
        raw.subject(),
        raw);
  }

  /// The `From` of a message must be verified even when the request names another sender.
  private static Address sender(Request request, RawMail raw) {
    var from = raw.from();
    if (from != null) {
      return from;
    }
    if (request.source() == null) {
      throw request.api().invalid().because("Missing required header 'From'.");
    }
    var source = Address.parse(request.source(), request.api());
    raw.writeFrom(source);
    return source;
  }
}
