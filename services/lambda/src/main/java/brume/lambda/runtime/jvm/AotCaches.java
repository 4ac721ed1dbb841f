package brume.lambda.runtime.jvm;

import brume.base.Arn;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Plan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which AOT cache a Java function starts with: its own, the one that all share, or none.
///
/// Its own is made after a start that was slow without. A JVM of the function is then started once
/// more in the background and initialised as for a request, but gets none; which is no more than
/// AWS does when it initialises environments ahead of requests.
public final class AotCaches implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AotCaches.class.getName());

  /// A cache of its own takes seconds to make: what starts faster than this does without.
  private static final Duration SLOW = Duration.ofMillis(150);

  /// Functions remembered for having options that no cache fits.
  private static final int REFUSALS = 1000;

  private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  private final Launcher launcher;
  private final Path runtimes;
  private final Path empty;
  private final FunctionCaches own;
  private final Set<String> refused =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REFUSALS;
            }
          });
  private @Nullable SharedCache shared;
  private boolean closed;

  /// @param directory for what is made of single functions
  /// @param runtimes what functions see at `/var/runtime`
  /// @param empty a directory that stays so
  public AotCaches(
      Launcher launcher, Path directory, Path runtimes, Path empty, InstantSource clock) {
    this.launcher = launcher;
    this.runtimes = runtimes;
    this.empty = empty;
    own = new FunctionCaches(launcher, directory, clock);
  }

  /// What a function of this Java starts with. The first call sets the making of the shared cache
  /// off.
  public synchronized JavaClasses choose(FunctionSpec function, Path java, @Nullable Path home) {
    if (closed) {
      return JavaClasses.plain();
    }
    if (shared == null) {
      try {
        shared = SharedCache.open(launcher, new SharedCache.Java(runtimes, java, home, empty));
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "There is no AOT cache for Java functions", e);
        return JavaClasses.plain();
      }
    }
    if (!JvmOptions.of(function).allowsCache()) {
      return JavaClasses.plain();
    }
    var fingerprint = fingerprint(function, shared);
    if (mayHaveOwn(function) && !refused.contains(fingerprint)) {
      var directory = own.find(fingerprint);
      if (directory != null) {
        return new JavaClasses.Prepared(directory, true);
      }
    }
    return refused.contains(function.key())
        ? JavaClasses.plain()
        : new JavaClasses.Unpacked(shared.name());
  }

  /// A function started without a cache of its own.
  ///
  /// @param took until it was ready for its first request
  /// @param plan of a JVM of the function that takes its classes from the given place
  /// @param endpoint where Brume listens
  public synchronized void started(
      FunctionSpec function,
      Duration took,
      Function<JavaClasses, Plan> plan,
      InetSocketAddress endpoint) {
    var first = shared;
    if (closed || first == null || took.compareTo(SLOW) < 0 || !mayHaveOwn(function)) {
      return;
    }
    var fingerprint = fingerprint(function, first);
    if (!refused.contains(fingerprint)) {
      var order =
          new FunctionCaches.Order(
              fingerprint,
              function.code(),
              directory -> plan.apply(new JavaClasses.Prepared(directory, false)),
              endpoint);
      own.order(order, first, () -> refuse(fingerprint));
    }
  }

  /// The paths of prepared code are fixed, which they are only where functions have files of their
  /// own.
  private boolean mayHaveOwn(FunctionSpec function) {
    return launcher.hasOwnFiles()
        && JvmOptions.of(function).allowsCache()
        && !function.variables().containsKey(WRAPPER);
  }

  /// Functions share no cache, not even with the same code: each can write into its own whatever it
  /// likes.
  private static String fingerprint(FunctionSpec function, SharedCache shared) {
    var arn = function.arn();
    var fingerprint =
        new Fingerprint()
            .add(shared.fingerprint())
            .add(new Arn(arn.service(), arn.region(), arn.account(), function.name()).toString())
            .add(function.handler())
            .add(function.code().toString())
            .add(JvmOptions.of(function).chosen());
    function.layers().forEach(layer -> fingerprint.add(layer.toString()));
    return fingerprint.text();
  }

  /// The function's JVM starts, but not with this cache.
  public synchronized void refuse(FunctionSpec function, JavaClasses classes) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Java does not accept its AOT cache for {0} and starts slowly without",
        function.arn());
    if (classes instanceof JavaClasses.Prepared(Path directory, _)) {
      refuse(String.valueOf(directory.getFileName()));
    } else {
      refused.add(function.key());
    }
  }

  private synchronized void refuse(String fingerprint) {
    refused.add(fingerprint);
    try {
      own.drop(fingerprint);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "Cannot delete an AOT cache", e);
    }
  }

  @Override
  public void close() {
    SharedCache making;
    synchronized (this) {
      closed = true;
      making = shared;
    }
    if (making != null) {
      making.close();
    }
    own.close();
  }
}
