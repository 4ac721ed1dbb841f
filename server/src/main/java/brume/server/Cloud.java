package brume.server;

import brume.base.Ids;
import brume.dynamodb.DynamoDb;
import brume.frontdoor.FrontDoor;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.locate.HostTable;
import brume.frontdoor.meter.Meter;
import brume.frontdoor.meter.RecentRequests;
import brume.frontdoor.pipeline.InProcess;
import brume.frontdoor.pipeline.Pipeline;
import brume.http.engine.Engine;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import brume.identity.signature.SignatureVerifier;
import brume.service.Authorizer;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Store;
import brume.store.memory.MemoryStore;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// Every service, wired by constructors, on one store and behind one front door.
final class Cloud implements AutoCloseable {
  /// How long a streamed body may be whose hash the client did not send, in bytes.
  private static final int MAY_KEEP = 64 << 20;

  private final Store store;
  private final Credential owner;
  private final FrontDoor frontDoor;

  private Cloud(Store store, Credential owner, FrontDoor frontDoor) {
    this.store = store;
    this.owner = owner;
    this.frontDoor = frontDoor;
  }

  static Cloud open(Options options, Engine engine, Endpoint endpoint, Ids ids, InstantSource clock)
      throws IOException {
    var store =
        options.ephemeral() ? MemoryStore.open() : RocksStore.open(options.data().resolve("store"));
    var home = options.home();
    var owner = Credential.longTerm("test", "test", new Principal.Root(home.account()));
    Credentials credentials = new DevelopmentKey((_, _) -> null, home.account());
    Authorizer authorizer = (_, _) -> {};
    var meter = new Meter();
    var recent = new RecentRequests();
    var ledger = meter.and(recent);
    var inProcess = new InProcess(ledger);
    var platform = new Platform(inProcess, credentials, ids, clock, endpoint);
    List<Service> services = List.of(DynamoDb.service(store));
    var directory = new Directory(services);
    inProcess.open(directory, authorizer);
    var verifier = new SignatureVerifier(credentials, MAY_KEEP);
    var pipeline = new Pipeline(directory, verifier, authorizer, platform, home, ledger);
    var pages = new Pages(services, meter, recent);
    var hosts = new HostTable(directory);
    return new Cloud(store, owner, new FrontDoor(hosts, pipeline, pages, platform, home, ledger));
  }

  FrontDoor frontDoor() {
    return frontDoor;
  }

  /// The access key of the account's owner.
  Credential owner() {
    return owner;
  }

  @Override
  public void close() {
    store.close();
  }
}
