package brume.dax.node;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import brume.dax.RawClient;
import brume.dax.cbor.CborWriter;
import brume.identity.Credential;
import brume.identity.Principal;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is let in, and what becomes of a connection that breaks rules.
class SignInTest {
  private static Cloud cloud;
  private static int port;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    port = cloud.cluster("signin").clusterDiscoveryEndpoint().port();
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  private static RawClient greeting() throws IOException {
    var client = new RawClient(port);
    client.send(RawClient.preamble());
    return client;
  }

  private static void send(RawClient client, CborWriter signIn) throws IOException {
    client.send(signIn);
    client.send(RawClient.request(RawClient.ENDPOINTS));
  }

  @Test
  void tellsWhereItWasReached() throws IOException {
    try (var client = greeting()) {
      send(client, RawClient.signIn(cloud.root, "us-east-1", cloud.clock.instant()));
      var endpoints = client.succeeds();
      assertThat(endpoints.readArray().next()).isTrue();
      var fields = endpoints.readMap();
      assertThat(fields.next()).isTrue();
      assertThat(endpoints.readInt()).isZero();
      assertThat(endpoints.readInt()).isEqualTo(1);
      fields.next();
      assertThat(endpoints.readInt()).isEqualTo(1);
      assertThat(endpoints.readText()).isEqualTo("127.0.0.1");
      fields.next();
      assertThat(endpoints.readInt()).isEqualTo(2);
      assertThat(endpoints.readBytes()).containsExactly(127, 0, 0, 1);
      fields.next();
      assertThat(endpoints.readInt()).isEqualTo(3);
      assertThat(endpoints.readInt()).isEqualTo(port);
    }
  }

  @Test
  void answersNobodyWhoHasNotSignedIn() throws IOException {
    try (var client = greeting()) {
      client.send(RawClient.request(RawClient.ENDPOINTS));
      assertThat(client.fails()).isEqualTo("Nobody has signed in.");
    }
  }

  @Test
  void lettsInWhoSignsInWellAfterAll() throws IOException {
    try (var client = greeting()) {
      var wrong = Credential.longTerm(cloud.root.accessKeyId(), "no", cloud.root.principal());
      send(client, RawClient.signIn(wrong, "us-east-1", cloud.clock.instant()));
      assertThat(client.fails()).contains("does not match the signature");
      send(client, RawClient.signIn(cloud.root, "us-east-1", cloud.clock.instant()));
      client.succeeds();
    }
  }

  @Test
  void refusesOtherRegionsAndTimes() throws IOException {
    try (var client = greeting()) {
      send(client, RawClient.signIn(cloud.root, "eu-west-1", cloud.clock.instant()));
      assertThat(client.fails()).contains("/us-east-1/dax/aws4_request");
      var late = cloud.clock.instant().minus(Duration.ofMinutes(16));
      send(client, RawClient.signIn(cloud.root, "us-east-1", late));
      assertThat(client.fails()).contains("Signature expired");
    }
  }

  @Test
  void refusesUnknownKeys() throws IOException {
    try (var client = greeting()) {
      var unknown = Credential.longTerm("AKIAUNKNOWN", "x", new Principal.Root("111111111111"));
      send(client, RawClient.signIn(unknown, "us-east-1", cloud.clock.instant()));
      assertThat(client.fails()).contains("security token");
    }
  }

  @Test
  void wantsToKnowAgainAfterAWhile() throws IOException {
    try (var own = new Cloud()) {
      var there = own.cluster("again").clusterDiscoveryEndpoint().port();
      try (var client = RawClient.signedIn(there, own.root, own.clock.instant())) {
        client.send(RawClient.request(RawClient.ENDPOINTS));
        client.succeeds();
        own.clock.advance(Duration.ofMinutes(7));
        client.send(RawClient.request(RawClient.ENDPOINTS));
        assertThat(client.fails()).contains("sign in again");
      }
    }
  }

  @Test
  void endsWhatItCannotUnderstand() throws IOException {
    try (var client = new RawClient(port)) {
      client.send(new CborWriter().text("HTTP").integer(0).nothing().map(0).integer(0));
      assertThat(client.isEnded()).isTrue();
    }
    try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
      client.send(RawClient.request(4711));
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void endsRequestsThatAreTooLong() throws IOException {
    try (var client = greeting()) {
      client.send(RawClient.request(RawClient.GET_ITEM).raw(new byte[] {0x5A, 0x7F, 0, 0, 0}));
      assertThat(client.isEnded()).isTrue();
    }
  }
}
