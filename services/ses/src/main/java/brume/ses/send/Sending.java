package brume.ses.send;

import brume.base.Scope;
import brume.model.sesv2.GetConfigurationSetResponse;
import brume.model.sesv2.SuppressedDestination;
import brume.service.Access;
import brume.service.Call;
import brume.ses.data.ConfigurationSets;
import brume.ses.data.Forwarding;
import brume.ses.data.Identities;
import brume.ses.data.Mail;
import brume.ses.data.Outgoing;
import brume.ses.data.Settings;
import brume.ses.data.Suppressions;
import brume.ses.mime.Lines;
import brume.ses.mime.Stamp;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes messages: checks that they may be sent, and keeps them.
///
/// What was taken is in the mailbox when its sender is told its id.
public final class Sending {
  /// Of one message. Source: Amazon SES Developer Guide, "Service quotas".
  static final int MAX_RECIPIENTS = 50;

  /// Of one message as it travels. AWS takes 40 MB; here a message is one transaction of the store.
  static final int MAX_MESSAGE_BYTES = 4 << 20;

  private final Senders senders;
  private final ConfigurationSets sets;
  private final Settings settings;
  private final Suppressions suppressions;
  private final Outgoing outgoing;

  public Sending(
      Identities identities,
      ConfigurationSets sets,
      Settings settings,
      Suppressions suppressions,
      Outgoing outgoing) {
    senders = new Senders(identities);
    this.sets = sets;
    this.settings = settings;
    this.suppressions = suppressions;
    this.outgoing = outgoing;
  }

  /// What a caller must be allowed to send. A request of which nobody can tell who sends what needs
  /// the action on anything: only then its sender is told what is wrong with it.
  ///
  /// @param action such as `ses:SendEmail`
  public Access access(Call call, String action, Supplier<Order> order) {
    try {
      return senders.access(call, order.get());
    } catch (ServiceException malformed) {
      if (!malformed.error().isCallersFault()) {
        throw malformed;
      }
      return Access.toAny(action);
    }
  }

  /// Takes a message and returns its id.
  public String send(Call call, Order order) {
    check(call.scope(), order);
    var identity = senders.verified(call, order);
    if (settings.isInSandbox(call.scope())) {
      senders.checkRecipients(call, order);
    }
    var known =
        order.configurationSet() == null && identity != null ? identity.configurationSet() : null;
    var set = set(call.scope(), known == null ? order : order.withConfigurationSet(known));
    var stamp = Stamp.of(call.now(), call.ids().uuid());
    var message = order.message().write(stamp);
    if (message.length > MAX_MESSAGE_BYTES) {
      throw order
          .api()
          .invalid()
          .because(
              "Message length is more than %d bytes long: '%d'."
                  .formatted(MAX_MESSAGE_BYTES, message.length));
    }
    var suppressed =
        suppressions.among(call.scope(), order.mailboxes(), reasons(call.scope(), set));
    var mail =
        new Mail(
            stamp.id(),
            order.from().toString(),
            order.mailboxes(),
            order.subject(),
            notes(order, suppressed),
            order.tags(),
            (long) message.length);
    var envelope = envelope(order, suppressed);
    outgoing.take(call.scope(), mail, message, suppressed.size(), envelope, order.api());
    return stamp.id();
  }

  private void check(Scope scope, Order order) {
    var api = order.api();
    if (!settings.isSending(scope)) {
      throw api.paused().because("Email sending is disabled for this account");
    }
    if (order.recipients().isEmpty()) {
      throw api.invalid().because("There are no recipients");
    }
    if (order.recipients().size() > MAX_RECIPIENTS) {
      throw api.invalid().because("Recipient count exceeds " + MAX_RECIPIENTS + '.');
    }
    Lines.check("Subject", order.subject(), api);
  }

  private @Nullable GetConfigurationSetResponse set(Scope scope, Order order) {
    var name = order.configurationSet();
    if (name == null) {
      return null;
    }
    var set = sets.get(scope, name, order.api());
    var sending = set.sendingOptions();
    if (sending != null && Boolean.FALSE.equals(sending.sendingEnabled())) {
      throw order
          .api()
          .configurationSetPaused()
          .because("Email sending is disabled for the configuration set <" + name + ">.");
    }
    return set;
  }

  private List<String> reasons(Scope scope, @Nullable GetConfigurationSetResponse set) {
    var own = set == null ? null : set.suppressionOptions();
    return own == null || own.suppressedReasons() == null
        ? settings.suppressedReasons(scope)
        : own.suppressedReasons();
  }

  private static Forwarding.Envelope envelope(Order order, List<SuppressedDestination> suppressed) {
    var not = suppressed.stream().map(SuppressedDestination::emailAddress).toList();
    var to =
        order.failure() == null
            ? order.mailboxes().stream().filter(each -> !not.contains(each)).toList()
            : List.<String>of();
    return new Forwarding.Envelope(order.from().mailbox(), to);
  }

  private static List<String> notes(Order order, List<SuppressedDestination> suppressed) {
    var notes = new ArrayList<String>();
    if (order.failure() != null) {
      notes.add("Not delivered: " + order.failure());
    }
    for (var each : suppressed) {
      notes.add(
          "Not delivered to %s, who is on the suppression list for %s"
              .formatted(each.emailAddress(), each.reason()));
    }
    return notes;
  }
}
