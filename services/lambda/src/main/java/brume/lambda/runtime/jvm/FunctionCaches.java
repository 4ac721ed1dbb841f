package brume.lambda.runtime.jvm;

import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Layout;
import brume.lambda.runtime.sandbox.Plan;
import brume.lambda.runtime.sandbox.Tree;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The AOT caches of single functions, by the fingerprint of what they depend on: each a directory
/// with the prepared code and the cache. They are made one after the other, in the background.
final class FunctionCaches implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FunctionCaches.class.getName());
  private static final String UNFINISHED = "unfinished";

  /// Caches that are kept when nothing has used them for [#IN_USE]; one takes about 30 to 100 MB.
  private static final int KEPT = 32;

  /// Longer than an environment lives, which ends with its credentials after an hour.
  private static final Duration IN_USE = Duration.ofHours(2);

  /// Functions that wait for theirs; further ones ask again when they start next.
  private static final int WAITING = 100;

  private final Launcher launcher;
  private final Path directory;
  private final InstantSource clock;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("function-cache").factory());

  FunctionCaches(Launcher launcher, Path directory, InstantSource clock) {
    this.launcher = launcher;
    this.directory = directory;
    this.clock = clock;
  }

  /// What is to be made.
  ///
  /// @param code the unpacked package
  /// @param plan of a JVM of the function that takes its classes from the given directory
  /// @param endpoint where Brume listens
  record Order(
      String fingerprint, Path code, Function<Path, Plan> plan, InetSocketAddress endpoint) {}

  /// The directory with the prepared code and its cache; null when there is none.
  @Nullable Path find(String fingerprint) {
    var found = directory.resolve(fingerprint);
    if (!Files.exists(found.resolve(PreparedCode.CACHE))) {
      return null;
    }
    try {
      Files.setLastModifiedTime(found, FileTime.from(clock.instant()));
      return found;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "An AOT cache goes away", e);
      return null;
    }
  }

  /// Makes it when its turn comes.
  ///
  /// @param first is waited for
  /// @param failed learns that there will be none
  void order(Order order, SharedCache first, Runnable failed) {
    if (waiting.size() >= WAITING || !waiting.add(order.fingerprint) || maker.isShutdown()) {
      return;
    }
    maker.execute(
        () -> {
          try {
            first.await();
            make(order);
          } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "There is no AOT cache for a function", e);
            failed.run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } finally {
            waiting.remove(order.fingerprint);
          }
        });
  }

  private void make(Order order) throws IOException, InterruptedException {
    var fresh = directory.resolve(UNFINISHED);
    Tree.delete(fresh);
    Files.createDirectories(fresh);
    try {
      PreparedCode.write(order.code, fresh, Layout.AWS);
      new Recording(launcher, order.plan.apply(fresh), List.of(), order.endpoint)
          .run(fresh.resolve(PreparedCode.CACHE));
      Files.move(fresh, directory.resolve(order.fingerprint), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Tree.delete(fresh);
    }
    clean();
  }

  private void clean() throws IOException {
    var all = new ArrayList<Path>();
    try (var caches = Files.newDirectoryStream(directory)) {
      caches.forEach(all::add);
    }
    all.sort(Comparator.comparing(FunctionCaches::lastUsed).reversed());
    var old = FileTime.from(clock.instant().minus(IN_USE));
    for (var cache : all.subList(Math.min(KEPT, all.size()), all.size())) {
      if (lastUsed(cache).compareTo(old) < 0) {
        Tree.delete(cache);
      }
    }
  }

  private static FileTime lastUsed(Path cache) {
    try {
      return Files.getLastModifiedTime(cache);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The JVM does not accept it.
  void drop(String fingerprint) throws IOException {
    Files.deleteIfExists(directory.resolve(fingerprint).resolve(PreparedCode.CACHE));
  }

  /// Gives up what is being made.
  @Override
  public void close() {
    maker.shutdownNow();
    maker.close();
  }
}
