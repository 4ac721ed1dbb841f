package brume.store.engine;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader.Direction;
import brume.store.Snapshot;
import brume.store.Store;
import brume.store.Transaction;
import brume.store.Watcher;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A [Store] on an [Engine]: evaluates transactions under striped locks and ends in order.
public final class EngineStore implements Store {
  /// From the locks to the end of the body. A longer one commits, and is logged: engines Brume may
  /// stand on would end it.
  static final Duration MAX_BODY = Duration.ofSeconds(4);

  /// How long a transaction waits for one of its locks before its caller is told to try later.
  static final Duration MAX_LOCK_WAIT = Duration.ofSeconds(30);

  /// How long closing waits for open transactions and snapshots.
  static final Duration MAX_CLOSE_WAIT = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(EngineStore.class.getName());
  private static final ScopedValue<Boolean> IN_BODY = ScopedValue.newInstance();

  private final Engine engine;
  private final Gate gate = new Gate();
  private final StripedLocks stripes = new StripedLocks(MAX_LOCK_WAIT);
  private final List<Watch> watches = new CopyOnWriteArrayList<>();

  public EngineStore(Engine engine) {
    this.engine = engine;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try (var _ = gate.enter()) {
      return engine.get(key);
    }
  }

  @Override
  public Snapshot snapshot() {
    var pass = gate.enter();
    try {
      return new Counted(engine.snapshot(), pass);
    } catch (RuntimeException e) {
      pass.close();
      throw e;
    }
  }

  @Override
  public <T> T transact(Locks locks, Function<Transaction, T> body) {
    if (IN_BODY.isBound()) {
      throw new IllegalStateException("A transaction within a transaction: use the outer one");
    }
    try (var _ = gate.enter();
        var _ = stripes.lock(locks)) {
      var transaction = new BufferedTransaction(engine::snapshot);
      T result = evaluate(body, transaction);
      if (!transaction.writes().isEmpty()) {
        engine.commit(transaction.writes());
        watches.forEach(watch -> watch.tell(transaction.writes()));
      }
      return result;
    }
  }

  @Override
  public void watch(byte[] prefix, Watcher watcher) {
    watches.add(new Watch(KeyRange.prefix(prefix), watcher));
  }

  private record Watch(KeyRange range, Watcher watcher) {
    private void tell(Writes writes) {
      writes
          .within(range, Direction.FORWARD)
          .forEach(
              (key, value) -> {
                if (!Writes.isDeleted(value)) {
                  watcher.put(key, value);
                }
              });
    }
  }

  private static <T> T evaluate(Function<Transaction, T> body, BufferedTransaction transaction) {
    long start = System.nanoTime();
    try (transaction) {
      return ScopedValue.where(IN_BODY, true).call(() -> body.apply(transaction));
    } finally {
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(MAX_BODY) > 0) {
        LOG.log(Level.WARNING, "A transaction took {0}, at most {1} are allowed", took, MAX_BODY);
      }
    }
  }

  /// Waits for those inside. When some do not leave, the engine stays open until the process ends:
  /// what was acknowledged is on disk, and freeing memory in use would crash the process.
  @Override
  public void close() {
    if (!gate.close()) {
      return;
    }
    if (gate.awaitEmpty(MAX_CLOSE_WAIT)) {
      engine.close();
    } else {
      LOG.log(Level.WARNING, "The store is still in use {0} after its close", MAX_CLOSE_WAIT);
    }
  }

  /// A snapshot that keeps the engine open.
  private record Counted(Snapshot snapshot, Gate.Pass pass) implements Snapshot {
    @Override
    public byte @Nullable [] get(byte[] key) {
      return snapshot.get(key);
    }

    @Override
    public Cursor scan(KeyRange range, Direction direction) {
      return snapshot.scan(range, direction);
    }

    @Override
    public void close() {
      snapshot.close();
      pass.close();
    }
  }
}
