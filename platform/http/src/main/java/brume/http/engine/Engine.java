package brume.http.engine;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The event loops that servers and clients of one process share.
///
/// They move bytes and never run a handler; start one engine, and close it last.
public final class Engine implements AutoCloseable {
  /// Event loops of [#start()], which only move bytes: one for two processors. Of two processors,
  /// one loop serves 6 to 30 % more than two loops do, small requests and large ones, because fewer
  /// threads take turns.
  public static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /// How long a server may take to listen.
  private static final Duration LISTENING = Duration.ofSeconds(10);

  /// Threads for the engine's own blocking work, which is little: opening files, naming hosts.
  private static final int BLOCKING_THREADS = 4;

  private final VertxInternal vertx;
  private final List<ContextInternal> contexts;

  private final Doors doors;

  private Engine(VertxInternal vertx, Doors doors, int loops) {
    this.vertx = vertx;
    this.doors = doors;
    contexts = Stream.generate(vertx::createEventLoopContext).limit(loops).toList();
  }

  public static Engine start() {
    return start(LOOPS);
  }

  /// @param loops event loops, each a platform thread; 1 or more
  public static Engine start(int loops) {
    LeanDefaults.apply();
    var options =
        new VertxOptions()
            .setEventLoopPoolSize(loops)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(BLOCKING_THREADS)
            .setBlockedThreadCheckInterval(Duration.ofDays(1).toMillis())
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setClassPathResolvingEnabled(false)
                    .setFileCachingEnabled(false));
    var doors = new Doors();
    var vertx = Vertx.builder().with(options).withTransport(doors).build();
    return new Engine((VertxInternal) vertx, doors, loops);
  }

  public VertxInternal vertx() {
    return vertx;
  }

  /// One context for each loop: what listens on all of them is served by all of them.
  public List<ContextInternal> contexts() {
    return contexts;
  }

  /// Begins to listen on every loop, one after the other.
  ///
  /// @param listen starts one listener; all have the same address
  /// @param newcomers sees each connection before any byte is read, and says whether it may stay
  public synchronized void listen(Supplier<Future<?>> listen, Predicate<Channel> newcomers)
      throws IOException {
    doors.show(newcomers);
    try {
      for (var context : contexts) {
        var promise = Promise.<Object>promise();
        context.runOnContext(_ -> listen.get().<Object>mapEmpty().onComplete(promise));
        Await.result(promise.future(), LISTENING);
      }
    } finally {
      doors.show(null);
    }
  }

  @Override
  public void close() {
    Await.quietly(vertx.close());
  }
}
