package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much the cache of a stage holds.
///
/// Source: API Gateway API reference, "CreateStage", `cacheClusterSize`.
public final class ClusterSize {
  private static final String SMALLEST = "0.5";
  private static final Set<String> SIZES =
      Set.of(SMALLEST, "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237");
  private static final double GIGABYTE = 1 << 30;

  private ClusterSize() {}

  /// The stage with a cache that is there, or with none.
  public static Stage settled(Stage stage) {
    var size = stage.cacheClusterSize();
    if (size != null && !SIZES.contains(size)) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid cache cluster size: " + size);
    }
    boolean enabled = Boolean.TRUE.equals(stage.cacheClusterEnabled());
    return stage.toBuilder()
        .cacheClusterEnabled(enabled)
        .cacheClusterSize(size == null && enabled ? SMALLEST : size)
        .cacheClusterStatus(enabled ? "AVAILABLE" : "NOT_AVAILABLE")
        .build();
  }

  /// In bytes; 0 where there is no cache.
  public static long bytes(@Nullable Stage stage) {
    return stage == null
            || !Boolean.TRUE.equals(stage.cacheClusterEnabled())
            || stage.cacheClusterSize() == null
        ? 0
        : (long) (Double.parseDouble(stage.cacheClusterSize()) * GIGABYTE);
  }
}
