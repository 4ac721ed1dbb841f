package brume.lambda.runtime.jvm;

import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.sandbox.Launcher;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which AOT cache a Java function starts with.
public final class AotCaches implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AotCaches.class.getName());

  /// Functions remembered for having options that no cache fits.
  private static final int REFUSALS = 1000;

  private final Launcher launcher;
  private final Path runtimes;
  private final Path empty;
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

  /// @param runtimes what functions see at `/var/runtime`
  /// @param empty a directory that stays so
  public AotCaches(Launcher launcher, Path runtimes, Path empty) {
    this.launcher = launcher;
    this.runtimes = runtimes;
    this.empty = empty;
  }

  /// What a function of this Java starts with: a path below `runtimes`, or null when the function
  /// starts without. The first call sets the making of the shared cache off.
  public synchronized @Nullable String choose(
      FunctionSpec function, Path java, @Nullable Path home) {
    if (closed) {
      return null;
    }
    if (shared == null) {
      shared = SharedCache.open(new Recording(launcher, runtimes, java, home, empty));
    }
    boolean fits = JvmOptions.of(function).allowsCache() && !refused.contains(function.key());
    return fits ? shared.name() : null;
  }

  /// The function's JVM starts, but not with a cache.
  public synchronized void refuse(FunctionSpec function) {
    if (refused.add(function.key())) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Java does not accept its AOT cache for {0} and starts slowly without",
          function.arn());
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
  }
}
