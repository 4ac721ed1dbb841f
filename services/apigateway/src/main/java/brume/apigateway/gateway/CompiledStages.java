package brume.apigateway.gateway;

import brume.base.Scope;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What stages were compiled to, kept until they are stored anew.
public final class CompiledStages<T> {
  private static final int MAX_STAGES = 1_000;

  private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

  private record Entry<T>(byte[] stored, T value) {}

  /// @param stored the stage's bytes as they are in the store now
  /// @param compile asked when they are others than before; null when there is nothing to answer
  ///   with
  public @Nullable T get(
      Scope scope, String apiId, String stage, byte[] stored, Supplier<@Nullable T> compile) {
    var key = scope.account() + ' ' + scope.region() + ' ' + apiId + ' ' + stage;
    var before = entries.get(key);
    if (before != null && Arrays.equals(before.stored, stored)) {
      return before.value;
    }
    var value = compile.get();
    if (value != null) {
      if (entries.size() >= MAX_STAGES) {
        entries.clear();
      }
      entries.put(key, new Entry<>(stored, value));
    }
    return value;
  }
}
