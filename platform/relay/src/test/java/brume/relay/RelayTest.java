package brume.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import brume.base.Scope;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import brume.service.Service;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.store.Locks;
import brume.testing.Local;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RelayTest {
  private static final ServiceShape SHAPE =
      new ServiceShape(
          "test",
          "test",
          "test",
          "1",
          null,
          null,
          List.of(Protocol.AWS_JSON_1_0),
          List.of(),
          List.of());

  private final Local local = new Local();
  private final BlockingQueue<Owed> delivered = new LinkedBlockingQueue<>();
  private Relay relay;

  @AfterEach
  void close() {
    if (relay != null) {
      relay.close();
    }
    local.store.close();
  }

  private interface Body {
    Delivery.Outcome deliver(Call call, Owed owed) throws InterruptedException;
  }

  private record Simple(String kind, Body body) implements Delivery {
    @Override
    public Outcome deliver(Call call, Owed owed) throws InterruptedException {
      return body.deliver(call, owed);
    }
  }

  @Test
  void deliversWhatIsOwedAlreadyAndWhatComes() throws Exception {
    owe(Local.START, "before");
    start(keeping("a"));
    assertThat(next().id()).isEqualTo("before");
    owe(Local.START, "after");
    assertThat(next().id()).isEqualTo("after");
    until(() -> outbox() == 0);
    until(() -> relay.counts().get("a").done() == 2);
  }

  @Test
  void nothingIsDeliveredBeforeItsTime() throws Exception {
    start(keeping("a"));
    owe(Local.START.plusSeconds(60), "later");
    owe(Local.START.plusMillis(1), "soon");
    local.clock.advance(Duration.ofSeconds(1));
    assertThat(next().id()).isEqualTo("soon");
    assertThat(delivered).isEmpty();
    local.clock.advance(Duration.ofSeconds(60));
    assertThat(next().id()).isEqualTo("later");
  }

  @Test
  void theCallActsInTheScopeOfWhatIsOwed() throws Exception {
    var scopes = new LinkedBlockingQueue<Scope>();
    start(
        new Simple(
            "a",
            (call, _) -> {
              scopes.add(call.scope());
              return new Delivery.Outcome.Done();
            }));
    var elsewhere = new Scope("111111111111", "eu-west-1");
    owe(Local.START, new Owed("a", elsewhere, "x", 1, Local.START, Bytes.EMPTY));
    assertThat(scopes.poll(60, TimeUnit.SECONDS)).isEqualTo(elsewhere);
  }

  @Test
  void againIsOwedAnewWithTheNextAttempt() throws Exception {
    start(
        new Simple(
            "a",
            (call, owed) -> {
              delivered.add(owed);
              return owed.attempt() == 3
                  ? new Delivery.Outcome.Done()
                  : new Delivery.Outcome.Again(
                      call.now(), Bytes.utf8(owed.payload().toUtf8() + "+"));
            }));
    owe(Local.START, new Owed("a", Local.SCOPE, "x", 1, Local.START, Bytes.utf8("p")));
    assertThat(next().payload().toUtf8()).isEqualTo("p");
    assertThat(next().payload().toUtf8()).isEqualTo("p+");
    var last = next();
    assertThat(last.payload().toUtf8()).isEqualTo("p++");
    assertThat(last.attempt()).isEqualTo(3);
    assertThat(last.since()).isEqualTo(Local.START);
    until(() -> outbox() == 0);
  }

  @Test
  void whatFailsIsTriedAgainLaterAndLater() throws Exception {
    start(
        new Simple(
            "a",
            (_, owed) -> {
              delivered.add(owed);
              if (owed.attempt() < 3) {
                throw new IllegalStateException("as the test wants it");
              }
              return new Delivery.Outcome.Done();
            }));
    owe(Local.START, "x");
    assertThat(next().attempt()).isEqualTo(1);
    until(() -> relay.counts().get("a").postponed() == 1);
    assertThat(delivered).isEmpty();
    local.clock.advance(Backoff.FIRST);
    assertThat(next().attempt()).isEqualTo(2);
    until(() -> relay.counts().get("a").postponed() == 2);
    local.clock.advance(Backoff.FIRST.multipliedBy(2));
    assertThat(next().attempt()).isEqualTo(3);
    until(() -> relay.counts().get("a").failed() == 2);
  }

  @Test
  void unknownKindsStayAndKeepNobodyUp() throws Exception {
    owe(Local.START, new Owed("nobody's", Local.SCOPE, "n", 1, Local.START, Bytes.EMPTY));
    put(Outbox.key(Local.START, "broken").bytes(), new byte[] {'{'});
    start(keeping("a"));
    owe(Local.START.plusMillis(1), "x");
    local.clock.advance(Duration.ofMillis(1));
    assertThat(next().id()).isEqualTo("x");
    until(() -> outbox() == 2);
  }

  @Test
  void oneKindDoesNotWaitForAnother() throws Exception {
    var gate = new CountDownLatch(1);
    start(
        keeping("a"),
        new Simple(
            "slow",
            (_, _) -> {
              gate.await();
              return new Delivery.Outcome.Done();
            }));
    for (int i = 0; i < 2 * Lane.MAX_CONCURRENT; i++) {
      owe(Local.START, new Owed("slow", Local.SCOPE, "s" + i, 1, Local.START, Bytes.EMPTY));
    }
    owe(Local.START, "x");
    assertThat(next().id()).isEqualTo("x");
    assertThat(relay.counts().get("slow").done()).isZero();
    gate.countDown();
    until(() -> outbox() == 0);
  }

  @Test
  void neverMoreThanSoManyAtOnceHoweverManyAreOwed() {
    int owed = Lane.MAX_KNOWN + 5_000;
    for (int from = 0; from < owed; from += 1000) {
      oweMany(from, 1000);
    }
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var all = new AtomicInteger();
    start(
        new Simple(
            "a",
            (_, _) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              all.incrementAndGet();
              now.decrementAndGet();
              return new Delivery.Outcome.Done();
            }));
    until(() -> relay.counts().get("a").done() == owed);
    assertThat(outbox()).isZero();
    assertThat(all).hasValue(owed);
    assertThat(most.get()).isBetween(1, Lane.MAX_CONCURRENT);
  }

  @Test
  void whatWasUnderWayAtTheCloseIsStillOwed() throws Exception {
    var begun = new CountDownLatch(1);
    start(
        new Simple(
            "a",
            (_, _) -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return new Delivery.Outcome.Done();
            }));
    owe(Local.START, "x");
    begun.await();
    relay.close();
    assertThat(outbox()).isEqualTo(1);
    start(keeping("a"));
    assertThat(next().id()).isEqualTo("x");
  }

  @Test
  void twoOfOneKindAreAMistake() {
    assertThatThrownBy(() -> start(keeping("a"), keeping("a"))).hasMessage("Two deliver a");
  }

  private void start(Delivery... deliveries) {
    var service = Service.of(SHAPE).deliveries(deliveries).build();
    relay = Relay.start(local.store, local.platform, Local.SCOPE, List.of(service));
  }

  private Delivery keeping(String kind) {
    return new Simple(
        kind,
        (_, owed) -> {
          delivered.add(owed);
          return new Delivery.Outcome.Done();
        });
  }

  private Owed next() throws InterruptedException {
    var next = delivered.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("a delivery within a minute").isNotNull();
    return next;
  }

  private void owe(Instant due, String id) {
    owe(due, new Owed("a", Local.SCOPE, id, 1, Local.START, Bytes.EMPTY));
  }

  private void owe(Instant due, Owed owed) {
    put(Outbox.key(due, owed.id()).bytes(), Outbox.encode(owed));
  }

  private void oweMany(int from, int count) {
    local.store.transact(
        Locks.NONE,
        transaction -> {
          for (int i = from; i < from + count; i++) {
            var due = Local.START.minusMillis(i);
            Outbox.owe(transaction, due, new Owed("a", Local.SCOPE, "i" + i, 1, due, Bytes.EMPTY));
          }
          return from;
        });
  }

  private void put(byte[] key, byte[] value) {
    local.store.transact(
        Locks.NONE,
        transaction -> {
          transaction.put(key, value);
          return key;
        });
  }

  private int outbox() {
    var keys = new ArrayList<byte[]>();
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        keys.add(cursor.key());
      }
    }
    return keys.size();
  }

  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 100 seconds").isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
