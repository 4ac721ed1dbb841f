package brume.dax.node;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import brume.dax.RawClient;
import brume.dax.cbor.CborWriter;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, the server goes on answering others.
class FuzzTest {
  private static final int ROUNDS = 400;
  private static final List<Integer> METHODS =
      List.of(
          -742646399,
          -1230579644,
          670678385,
          263244906,
          -2106490455,
          1013539361,
          1425579023,
          -931250863,
          -1875390620,
          -697851100,
          116217951,
          1866287579,
          -1160037738);

  private static Cloud cloud;
  private static int port;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud.table("Todos", "id:S");
    port = cloud.cluster("fuzz").clusterDiscoveryEndpoint().port();
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  private static void stillAnswers() throws IOException {
    try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
      client.send(RawClient.getItem("Todos", "none"));
      assertThat(client.succeeds().readNull()).isTrue();
    }
  }

  @Test
  void takesAnyBytesFromStrangers() throws IOException {
    var random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      try (var client = new RawClient(port)) {
        if (random.nextBoolean()) {
          client.send(RawClient.preamble());
        }
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        client.send(bytes);
      } catch (SocketException ended) {
        assertThat(ended).isNotNull();
      }
    }
    stillAnswers();
  }

  @Test
  void takesAnyArgumentsFromItsClients() throws IOException {
    var random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
        var request =
            RawClient.request(METHODS.get(random.nextInt(METHODS.size())))
                .bytes("Todos".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 8; i++) {
          item(random, request, 0);
        }
        client.send(request);
      } catch (SocketException ended) {
        assertThat(ended).isNotNull();
      }
    }
    stillAnswers();
  }

  /// Any item, of which some are byte strings that hold items.
  private static void item(Random random, CborWriter out, int depth) {
    switch (random.nextInt(depth > 4 ? 6 : 10)) {
      case 0 -> out.nothing();
      case 1 -> out.bool(random.nextBoolean());
      case 2 -> out.integer(random.nextInt(30));
      case 3 -> out.integer(random.nextLong());
      case 4 -> out.text("t".repeat(random.nextInt(5)));
      case 5 -> out.float64(random.nextGaussian());
      case 6 -> {
        var inner = new CborWriter();
        for (int i = random.nextInt(4); i > 0; i--) {
          item(random, inner, depth + 1);
        }
        out.bytes(inner.toByteArray());
      }
      case 7 -> {
        int count = random.nextInt(4);
        out.array(count);
        for (int i = 0; i < count; i++) {
          item(random, out, depth + 1);
        }
      }
      case 8 -> {
        out.openMap();
        for (int i = random.nextInt(4); i > 0; i--) {
          item(random, out.integer(random.nextInt(20)), depth + 1);
        }
        out.end();
      }
      default -> item(random, out.tag(3320 + random.nextInt(6)), depth + 1);
    }
  }

  @Test
  void setsNothingAsideForWhatIsOnlyAnnounced() throws IOException {
    long before = Runtime.getRuntime().totalMemory();
    for (int round = 0; round < 50; round++) {
      try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
        client.send(RawClient.request(RawClient.GET_ITEM).raw(new byte[] {0x5A, 0x00, -1, -1, -1}));
      }
    }
    assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(256L << 20);
    stillAnswers();
  }
}
