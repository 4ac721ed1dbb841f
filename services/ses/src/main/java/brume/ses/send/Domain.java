package brume.ses.send;

import brume.ses.data.ConfigurationSets;
import brume.ses.data.Forwarding;
import brume.ses.data.Identities;
import brume.ses.data.Mails;
import brume.ses.data.Outgoing;
import brume.ses.data.Settings;
import brume.ses.data.Statistics;
import brume.ses.data.Suppressions;
import brume.ses.data.Tagged;
import brume.ses.data.Templates;
import brume.store.Store;

/// What both versions of the API work on.
public record Domain(
    Identities identities,
    Mails mails,
    Statistics statistics,
    Settings settings,
    ConfigurationSets configurationSets,
    Suppressions suppressions,
    Templates templates,
    Tagged tagged,
    Outgoing outgoing,
    Sending sending) {
  /// @param forwarding what becomes of messages beside being kept
  public static Domain on(Store store, Forwarding forwarding) {
    var mails = new Mails(store);
    var identities = new Identities(store, mails);
    var statistics = new Statistics(store);
    var settings = new Settings(store);
    var sets = new ConfigurationSets(store);
    var suppressions = new Suppressions(store);
    var templates = new Templates(store);
    var outgoing = new Outgoing(store, mails, statistics, settings, forwarding);
    return new Domain(
        identities,
        mails,
        statistics,
        settings,
        sets,
        suppressions,
        templates,
        new Tagged(identities, sets, templates),
        outgoing,
        new Sending(identities, sets, settings, suppressions, outgoing));
  }
}
