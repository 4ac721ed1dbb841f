package brume.ses.operation.sending;

import brume.model.ses.Content;
import brume.model.ses.Destination;
import brume.model.ses.MessageTag;
import brume.ses.mime.Address;
import brume.ses.mime.Recipients;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts that the requests of version 1 have in common.
final class Simple {
  private Simple() {}

  static Recipients recipients(Destination destination) {
    return Recipients.parse(
        destination.toAddresses(), destination.ccAddresses(), destination.bccAddresses(), Api.V1);
  }

  /// Unicode already, whatever the charset says that it is to travel in.
  static @Nullable String data(@Nullable Content content) {
    return content == null ? null : content.data();
  }

  static @Nullable Address returnPath(@Nullable String address, @Nullable String arn) {
    Honoured.refuse("ReturnPathArn", arn);
    return address == null ? null : Address.parse(address, Api.V1);
  }

  static Map<String, String> tags(@Nullable List<MessageTag> tags) {
    var byName = new LinkedHashMap<String, String>();
    for (var tag : tags == null ? List.<MessageTag>of() : tags) {
      byName.put(tag.name(), tag.value());
    }
    return byName;
  }
}
