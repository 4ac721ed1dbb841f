package brume.server;

import brume.base.Ids;
import brume.cloudwatch.publish.Counters;
import brume.frontdoor.FrontDoor;
import brume.frontdoor.audit.Trail;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.locate.HostTable;
import brume.frontdoor.meter.Meter;
import brume.frontdoor.meter.RecentRequests;
import brume.frontdoor.meter.Units;
import brume.frontdoor.pipeline.InProcess;
import brume.frontdoor.pipeline.Pipeline;
import brume.frontdoor.pipeline.SiteGate;
import brume.http.engine.Engine;
import brume.iam.AccessKeys;
import brume.iam.PolicyAuthorizer;
import brume.iam.RootKeys;
import brume.iam.data.KeyUses;
import brume.identity.AuthorizationMessages;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.SessionTokens;
import brume.identity.signature.SignatureVerifier;
import brume.relay.Relay;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.service.Regions;
import brume.store.Store;
import java.io.IOException;
import java.time.InstantSource;

/// Everything behind the listeners: the store, who is known, every service, and the front door.
final class Cloud implements AutoCloseable {
  /// How long a streamed body may be whose hash the client did not send, in bytes.
  private static final int MAY_KEEP = 64 << 20;

  private final Parts parts = new Parts();
  private final Credential owner;
  private final FrontDoor frontDoor;

  /// Throws [IOException] when the data directory cannot be used.
  static Cloud open(
      Options options,
      Engine engine,
      Endpoint endpoint,
      Authority authority,
      Ids ids,
      InstantSource clock)
      throws IOException {
    return new Cloud(options, engine, endpoint, authority, ids, clock);
  }

  private Cloud(
      Options options,
      Engine engine,
      Endpoint endpoint,
      Authority authority,
      Ids ids,
      InstantSource clock)
      throws IOException {
    var home = options.home();
    var place = parts.add(Place.open(options, clock, ids));
    var store = place.store();
    var tokens = new SessionTokens(place.tokenKey(ids), ids);
    var meter = new Meter();
    var units = new Units();
    var recent = new RecentRequests();
    var ledger = meter.and(recent);
    var audit = parts.add(Trail.open(place.folder().resolve("audit"), ids));
    var inProcess = new InProcess(ledger, audit);
    var credentials = credentials(options, store, tokens);
    var counters = new Counters(clock);
    var platform = new Platform(inProcess, credentials, ids, clock, endpoint, units, counters);
    var uses = new KeyUses(store);
    var messages = new AuthorizationMessages(place.tokenKey(ids), ids);
    var authorizer = new PolicyAuthorizer(store, uses, messages);
    var verifier = new SignatureVerifier(credentials, MAY_KEEP);
    var gate = new SiteGate(verifier, authorizer);
    var ground =
        new Ground(
            place,
            platform,
            counters,
            tokens,
            messages,
            uses,
            engine,
            gate,
            () -> authority.context(clock.instant()),
            options.developmentKey(),
            options.relay());
    var services = parts.add(new Services(ground));
    var directory = new Directory(services.all());
    inProcess.open(directory, authorizer);
    owner = new RootKeys(store, ids, clock).of(home.account());
    var pipeline = new Pipeline(directory, verifier, authorizer, platform, home, ledger, audit);
    var overview = new Overview(options, place, services, meter, units, clock.instant());
    var visitors = new Visitors(gate, platform, home);
    var pages = new Pages(overview, recent, audit, new Distances(new Regions(store)), visitors);
    var hosts = new HostTable(directory);
    frontDoor = new FrontDoor(hosts, pipeline, pages, platform, home, ledger);
    var _ = parts.add(Relay.start(store, platform, home, services.all()));
  }

  private static Credentials credentials(Options options, Store store, SessionTokens tokens) {
    var keys = new AccessKeys(store, tokens);
    return options.developmentKey() ? new DevelopmentKey(keys, options.home().account()) : keys;
  }

  FrontDoor frontDoor() {
    return frontDoor;
  }

  /// The access key of the account's owner.
  Credential owner() {
    return owner;
  }

  /// Closes everything, the last opened first.
  @Override
  public void close() {
    parts.close();
  }
}
