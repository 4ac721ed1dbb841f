package brume.ses.relay;

import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.ses.data.Mails;
import brume.ses.data.Outgoing;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Hands messages to the relay, which may take them for some recipients and refuse them for others.
/// What became of each is noted beside the message in the mailbox.
public final class RelayDelivery implements Delivery {
  /// How long is tried. Source: RFC 5321, section 4.5.4.1.
  static final Duration PATIENCE = Duration.ofDays(4);

  /// Between two tries at first, and at most. Source: the same section.
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MOST_WORDS = 300;
  private static final System.Logger LOG = System.getLogger(RelayDelivery.class.getName());

  private final Relay relay;
  private final Mails mails;
  private final Outgoing outgoing;

  public RelayDelivery(Relay relay, Mails mails, Outgoing outgoing) {
    this.relay = relay;
    this.mails = mails;
    this.outgoing = outgoing;
  }

  @Override
  public String kind() {
    return Handover.KIND;
  }

  /// A message that was deleted from the mailbox meanwhile is not sent.
  @Override
  public Outcome deliver(Call call, Owed owed) {
    var order = Order.of(owed.payload());
    var message = mails.message(owed.scope(), order.id());
    if (message == null) {
      return new Outcome.Done();
    }
    var said = new Smtp(relay).send(order.from(), order.to(), message);
    var left = order.without(said);
    boolean isOver = !owed.since().plus(PATIENCE).isAfter(call.now());
    var notes = notes(said, isOver ? left.to() : List.of());
    int bounced = said.refused().size() + (isOver ? left.to().size() : 0);
    outgoing.settle(owed.scope(), order.id(), call.now(), notes, bounced);
    if (left.to().isEmpty() || isOver) {
      return new Outcome.Done();
    }
    LOG.log(Level.WARNING, "{0} does not take mail now: {1}", relay, said.trouble());
    return new Outcome.Again(call.now().plus(pause(owed.attempt())), left.bytes());
  }

  private static Duration pause(int attempt) {
    var pause = SHORTEST.multipliedBy(attempt);
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  private List<String> notes(brume.ses.relay.Outcome said, List<String> givenUp) {
    var notes = new ArrayList<String>();
    if (!said.sent().isEmpty()) {
      notes.add("Handed to " + relay + " for " + String.join(", ", said.sent()));
    }
    said.refused()
        .forEach((to, words) -> notes.add("Not delivered to " + to + ": " + bounded(words)));
    for (var to : givenUp) {
      notes.add(
          "Not delivered to " + to + ", given up: " + bounded(String.valueOf(said.trouble())));
    }
    return notes;
  }

  private static String bounded(String words) {
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + '…';
  }
}
