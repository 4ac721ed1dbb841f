package brume.lambda.runtime.jvm;

import brume.lambda.runtime.sandbox.Layout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a function's JVM gets its classes from.
public sealed interface JavaClasses {
  /// From jars and directories alone.
  static JavaClasses plain() {
    return new Unpacked(null);
  }

  /// From the package as it was unpacked.
  ///
  /// @param cache the AOT cache that all functions share, below the directory of the runtimes; null
  ///   to start without
  record Unpacked(@Nullable String cache) implements JavaClasses {}

  /// From the package in the form of [PreparedCode].
  ///
  /// @param cached whether an AOT cache of just this function lies with it
  record Prepared(Path directory, boolean cached) implements JavaClasses {}

  /// The AOT cache as the function sees it.
  default @Nullable Path cache(Layout layout) {
    return switch (this) {
      case Unpacked(String cache) -> cache == null ? null : Path.of(layout.runtime(), cache);
      case Prepared(_, boolean cached) ->
          cached ? Path.of(layout.prepared(), PreparedCode.CACHE) : null;
    };
  }

  /// What the function sees at [Layout#prepared].
  default @Nullable Path prepared() {
    return this instanceof Prepared(Path directory, _) ? directory : null;
  }

  default boolean hasCache() {
    return switch (this) {
      case Unpacked(String cache) -> cache != null;
      case Prepared(_, boolean cached) -> cached;
    };
  }
}
