package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.model.apigateway.MethodSetting;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.Stage;
import brume.model.apigateway.ThrottleSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a stage sets for its methods, each or all of them.
///
/// Source: API Gateway API reference, "UpdateStage"; API Gateway Developer Guide, "Cache settings
/// for REST APIs in API Gateway".
public final class MethodSettings {
  /// Seconds. Source: API Gateway Developer Guide, "Cache settings for REST APIs".
  private static final int DEFAULT_TTL = 300;

  private static final int MAX_TTL = 3600;

  /// Requests per second. Source: "Amazon API Gateway quotas", throttle quota per account.
  public static final double ACCOUNT_RATE = 10_000;

  /// Requests at once. Source: the same.
  public static final int ACCOUNT_BURST = 5_000;

  private static final String ALL = "*/*";
  private static final int SETTING_PARTS = 2;
  private static final Set<String> VERBS =
      Set.of("*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");
  private static final Set<String> STRATEGIES =
      Set.of("FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER");

  /// As a stage that says nothing has it.
  static final MethodSetting DEFAULT =
      MethodSetting.builder()
          .metricsEnabled(false)
          .loggingLevel("OFF")
          .dataTraceEnabled(false)
          .throttlingBurstLimit(ACCOUNT_BURST)
          .throttlingRateLimit(ACCOUNT_RATE)
          .cachingEnabled(false)
          .cacheTtlInSeconds(DEFAULT_TTL)
          .cacheDataEncrypted(false)
          .requireAuthorizationForCacheControl(true)
          .unauthorizedCacheControlHeaderStrategy("SUCCEED_WITH_RESPONSE_HEADER")
          .build();

  private MethodSettings() {}

  private static Map<String, MethodSetting> of(Stage stage) {
    return stage.methodSettings() == null ? Map.of() : stage.methodSettings();
  }

  /// What holds for a method.
  ///
  /// @param stage null outside of any
  public static MethodSetting of(@Nullable Stage stage, String resourcePath, String verb) {
    if (stage == null) {
      return DEFAULT;
    }
    var all = of(stage).getOrDefault(ALL, DEFAULT);
    for (var entry : of(stage).entrySet()) {
      int slash = entry.getKey().lastIndexOf('/');
      if (bare(entry.getKey().substring(0, slash)).equals(bare(resourcePath))
          && entry.getKey().substring(slash + 1).equals(verb)) {
        return entry.getValue();
      }
    }
    boolean cached = Boolean.TRUE.equals(all.cachingEnabled()) && verb.equals("GET");
    return all.toBuilder().cachingEnabled(cached).build();
  }

  /// How many requests a method takes; null where the stage sets nothing.
  public static @Nullable ThrottleSettings throttle(
      @Nullable Stage stage, String resourcePath, String verb) {
    if (stage == null || of(stage).isEmpty()) {
      return null;
    }
    var setting = of(stage, resourcePath, verb);
    return new ThrottleSettings(setting.throttlingBurstLimit(), setting.throttlingRateLimit());
  }

  private static String bare(String path) {
    var unescaped = path.replace("~1", "/").replace("~0", "~");
    return unescaped.startsWith("/") ? unescaped.substring(1) : unescaped;
  }

  /// Whether a path of a patch leads to a setting of methods.
  public static boolean isSetting(String path) {
    var parts = List.of(path.split("/", -1));
    return parts.size() > SETTING_PARTS + 2 || VERBS.contains(parts.getLast());
  }

  /// The stage with one setting changed, or those of a method removed.
  public static Stage patched(Stage stage, PatchOperation operation) {
    var path = String.valueOf(operation.path());
    var settings = new TreeMap<>(of(stage));
    var parts = List.of(path.substring(1).split("/", -1));
    if ("remove".equals(operation.op())) {
      settings.remove(path.substring(1));
      return stage.toBuilder().methodSettings(settings).build();
    }
    if (parts.size() < SETTING_PARTS + 2) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid method setting path: " + path);
    }
    int end = parts.size() - SETTING_PARTS;
    var method = String.join("/", parts.subList(0, end));
    var name = String.join("/", parts.subList(end, parts.size()));
    var before = settings.getOrDefault(method, settings.getOrDefault(ALL, DEFAULT));
    settings.put(method, set(before, name, String.valueOf(operation.value())));
    return stage.toBuilder().methodSettings(settings).build();
  }

  private static MethodSetting set(MethodSetting before, String name, String value) {
    var setting = before.toBuilder();
    switch (name) {
      case "caching/enabled" -> setting.cachingEnabled(flag(name, value));
      case "caching/ttlInSeconds" -> setting.cacheTtlInSeconds(ttl(value));
      case "caching/dataEncrypted" -> setting.cacheDataEncrypted(flag(name, value));
      case "caching/requireAuthorizationForCacheControl" ->
          setting.requireAuthorizationForCacheControl(flag(name, value));
      case "caching/unauthorizedCacheControlHeaderStrategy" ->
          setting.unauthorizedCacheControlHeaderStrategy(strategy(value));
      case "throttling/burstLimit" -> setting.throttlingBurstLimit((int) number(name, value));
      case "throttling/rateLimit" -> setting.throttlingRateLimit(number(name, value));
      case "metrics/enabled" -> Lacking.refuse("MetricsEnabled", flag(name, value));
      case "logging/dataTrace" -> Lacking.refuse("DataTraceEnabled", flag(name, value));
      case "logging/loglevel" -> {
        if (!value.equals("OFF")) {
          throw Lacking.feature("LoggingLevel " + value);
        }
      }
      default -> throw BAD_REQUEST_EXCEPTION.because("Invalid method setting path: " + name);
    }
    return setting.build();
  }

  private static boolean flag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw BAD_REQUEST_EXCEPTION.because("Invalid value for " + name + ": " + value);
    };
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException _) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid value for " + name + ": " + value);
    }
  }

  private static int ttl(String value) {
    double seconds = number("caching/ttlInSeconds", value);
    if (seconds < 0 || seconds > MAX_TTL) {
      throw BAD_REQUEST_EXCEPTION.because("Cache TTL must be between 0 and " + MAX_TTL);
    }
    return (int) seconds;
  }

  private static String strategy(String value) {
    if (!STRATEGIES.contains(value)) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid unauthorizedCacheControlHeaderStrategy: " + value);
    }
    return value;
  }
}
