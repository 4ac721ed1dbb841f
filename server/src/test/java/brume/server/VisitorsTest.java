package brume.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.base.Ids;
import brume.base.Scope;
import brume.frontdoor.audit.AuditLog;
import brume.frontdoor.pipeline.InProcess;
import brume.frontdoor.pipeline.SiteGate;
import brume.http.Headers;
import brume.http.Request;
import brume.iam.PolicyAuthorizer;
import brume.iam.data.KeyUses;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import brume.identity.signature.SignatureVerifier;
import brume.identity.signature.Signer;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.shape.ServiceException;
import brume.store.Store;
import brume.store.memory.MemoryStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private static final Scope HOME = new Scope("000000000000", "us-east-1");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Credential OWNER =
      Credential.longTerm("AKIAOWNER", "secret", new Principal.Root(HOME.account()));
  private static final Credential USER =
      Credential.longTerm(
          "AKIAUSER", "secret", new Principal.User(HOME.account(), "/", "ada", "AIDAADA"));
  private static final Headers LOCAL = Headers.of("Host", "localhost:4566");

  private final Store store = MemoryStore.open();
  private final Visitors visitors = visitors();

  private Visitors visitors() {
    var ids = new Ids(new Random(1));
    Credentials known =
        (id, _) ->
            id.equals(OWNER.accessKeyId()) ? OWNER : id.equals(USER.accessKeyId()) ? USER : null;
    var inProcess = new InProcess(_ -> {}, AuditLog.NONE);
    var platform = new Platform(inProcess, known, ids, CLOCK, new Endpoint("localhost", 1, 2));
    var authorizer = new PolicyAuthorizer(store, new KeyUses(store), null);
    return new Visitors(new SiteGate(new SignatureVerifier(known, 0), authorizer), platform, HOME);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void processesOfThisMachineNeedNoSignature() throws IOException {
    assertThat(mayRead(request("127.0.0.1", LOCAL))).isTrue();
    assertThat(mayRead(request("192.0.2.1", LOCAL))).isFalse();
  }

  @Test
  void pagesFromElsewhereMayNotReadInTheirStead() throws IOException {
    var stranger = LOCAL.with("Origin", "https://example.com");
    assertThat(mayRead(request("127.0.0.1", stranger))).isFalse();
  }

  @Test
  void whoSignsMayReadWhatAPolicyAllowsFromAnywhere() throws IOException {
    assertThat(mayRead(signed(OWNER, "brume", "192.0.2.1"))).isTrue();
    assertThatThrownBy(() -> mayRead(signed(USER, "brume", "192.0.2.1")))
        .isInstanceOfSatisfying(
            ServiceException.class,
            denied -> assertThat(denied.message()).contains("user/ada", "brume:ListRequests"));
  }

  @Test
  void whoSignsIsNobodyElseForBeingOnThisMachine() {
    assertThatThrownBy(() -> mayRead(signed(USER, "brume", "127.0.0.1")))
        .isInstanceOf(ServiceException.class);
  }

  @Test
  void aSignatureForSomethingElseDoesNotHold() {
    assertThatThrownBy(() -> mayRead(signed(OWNER, "s3", "127.0.0.1")))
        .isInstanceOf(ServiceException.class);
    var other =
        Credential.longTerm(OWNER.accessKeyId(), "guessed", new Principal.Root(HOME.account()));
    assertThatThrownBy(() -> mayRead(signed(other, "brume", "127.0.0.1")))
        .isInstanceOf(ServiceException.class);
  }

  private boolean mayRead(Request request) throws IOException {
    return visitors.mayRead("ListRequests", request);
  }

  private static Request signed(Credential credential, String service, String from) {
    var request = request(from, LOCAL);
    return new Signer(credential, HOME.region(), service).sign(request, CLOCK.instant());
  }

  private static Request request(String from, Headers headers) {
    var peer = new InetSocketAddress(from, 50_000);
    return new Request("GET", "/_brume/requests", "", headers, Body.EMPTY, peer, false);
  }
}
