package brume.ses.send;

import brume.ses.mime.Address;
import brume.ses.mime.Writing;
import brume.ses.refusal.Api;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message to be sent, as either version of the API asks for it.
///
/// @param action such as `ses:SendEmail`
/// @param fromArn the identity to use, which may be another account's; null for the one that covers
///   the sender
/// @param recipients all of them
/// @param tags for whoever looks at what was sent
/// @param template the name of the stored template that it was made of; null for none
/// @param failure why it cannot be delivered though it is taken; null when it can
public record Order(
    Api api,
    String action,
    Address from,
    @Nullable String fromArn,
    List<Address> recipients,
    @Nullable String configurationSet,
    Map<String, String> tags,
    @Nullable String template,
    @Nullable String failure,
    String subject,
    Writing message) {
  public List<String> mailboxes() {
    return recipients.stream().map(Address::mailbox).distinct().toList();
  }

  public Order withConfigurationSet(@Nullable String other) {
    return new Order(
        api, action, from, fromArn, recipients, other, tags, template, failure, subject, message);
  }
}
