package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.Lacking;
import brume.base.Ids;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.ApiStage;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.ThrottleSettings;
import brume.model.apigateway.UsagePlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What API keys and usage plans must be like.
///
/// Source: API Gateway API reference, "CreateApiKey", "CreateUsagePlan" and "UpdateUsagePlan".
public final class UsageRules {
  private static final int KEY_ID_CHARS = 10;
  private static final int PLAN_ID_CHARS = 6;
  private static final int VALUE_CHARS = 40;

  /// Characters. Source: API Gateway Developer Guide, "API Gateway API key file format".
  private static final int MIN_VALUE = 20;

  private static final int MAX_VALUE = 128;
  private static final Set<String> PERIODS = Set.of("DAY", "WEEK", "MONTH");
  private static final String STAGES = "/apiStages";
  private static final int THROTTLE_PARTS = 4;

  private UsageRules() {}

  public static ApiKey created(ApiKey given, Ids ids, Instant now) {
    var value = given.value() == null ? ids.lower(VALUE_CHARS) : given.value();
    if (value.length() < MIN_VALUE || value.length() > MAX_VALUE) {
      throw BAD_REQUEST_EXCEPTION.because(
          "API Key value should be at least " + MIN_VALUE + " characters");
    }
    var at = now.truncatedTo(ChronoUnit.SECONDS);
    return given.toBuilder()
        .id(ids.lower(KEY_ID_CHARS))
        .value(value)
        .enabled(Boolean.TRUE.equals(given.enabled()))
        .stageKeys(List.of())
        .createdDate(at)
        .lastUpdatedDate(at)
        .build();
  }

  public static UsagePlan created(UsagePlan given, Ids ids) {
    return checked(
        given.toBuilder()
            .id(ids.lower(PLAN_ID_CHARS))
            .apiStages(given.apiStages() == null ? List.of() : given.apiStages())
            .build());
  }

  public static UsagePlan checked(UsagePlan plan) {
    var quota = plan.quota();
    if (quota != null) {
      if (quota.limit() == null || quota.limit() < 0) {
        throw BAD_REQUEST_EXCEPTION.because("Usage Plan quota limit must not be negative");
      }
      if (quota.period() == null || !PERIODS.contains(quota.period())) {
        throw BAD_REQUEST_EXCEPTION.because("Invalid Usage Plan quota period specified");
      }
      if (quota.offset() != null && quota.offset() != 0) {
        throw Lacking.feature("the offset of quotas");
      }
    }
    check(plan.throttle());
    for (var stage : plan.apiStages() == null ? List.<ApiStage>of() : plan.apiStages()) {
      if (stage.throttle() != null) {
        stage.throttle().values().forEach(UsageRules::check);
      }
    }
    return plan;
  }

  private static void check(@Nullable ThrottleSettings throttle) {
    if (throttle != null
        && ((throttle.rateLimit() != null && throttle.rateLimit() < 0)
            || (throttle.burstLimit() != null && throttle.burstLimit() < 0))) {
      throw BAD_REQUEST_EXCEPTION.because("Usage Plan throttle limits must not be negative");
    }
  }

  public static boolean isOfStages(PatchOperation operation) {
    return String.valueOf(operation.path()).startsWith(STAGES);
  }

  /// The plan with a stage more, less, or with other limits.
  public static UsagePlan patched(UsagePlan plan, PatchOperation operation) {
    var path = String.valueOf(operation.path());
    var stages = new ArrayList<>(plan.apiStages() == null ? List.<ApiStage>of() : plan.apiStages());
    if (path.equals(STAGES)) {
      var named = stage(String.valueOf(operation.value()), null);
      stages.removeIf(each -> name(each).equals(name(named)));
      if ("add".equals(operation.op())) {
        stages.add(named);
      }
    } else {
      var rest = path.substring(STAGES.length() + 1);
      int slash = rest.indexOf('/');
      var name = slash < 0 ? rest : rest.substring(0, slash);
      stages.replaceAll(
          each ->
              name(each).equals(name)
                  ? stage(name, throttle(each, rest, String.valueOf(operation.value())))
                  : each);
    }
    return plan.toBuilder().apiStages(stages).build();
  }

  private static String name(ApiStage stage) {
    return stage.apiId() + ':' + stage.stage();
  }

  private static ApiStage stage(String name, @Nullable Map<String, ThrottleSettings> throttle) {
    var parts = name.split(":", 2);
    if (parts.length < 2) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid API Stage specified: " + name);
    }
    return new ApiStage(parts[0], parts[1], throttle);
  }

  /// @param path `<api>:<stage>/throttle/<escaped path>/<VERB>/rateLimit`
  private static Map<String, ThrottleSettings> throttle(ApiStage stage, String path, String value) {
    var parts = List.of(path.split("/", -1));
    if (parts.size() <= THROTTLE_PARTS || !parts.get(1).equals("throttle")) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid patch path " + path);
    }
    var method =
        String.join("/", parts.subList(2, parts.size() - 1)).replace("~1", "/").replace("~0", "~");
    var throttle =
        new TreeMap<>(
            stage.throttle() == null ? Map.<String, ThrottleSettings>of() : stage.throttle());
    var before = throttle.getOrDefault(method, new ThrottleSettings(null, null));
    try {
      throttle.put(
          method,
          switch (parts.getLast()) {
            case "rateLimit" -> new ThrottleSettings(before.burstLimit(), Double.valueOf(value));
            case "burstLimit" -> new ThrottleSettings(Integer.valueOf(value), before.rateLimit());
            default -> throw BAD_REQUEST_EXCEPTION.because("Invalid patch path " + path);
          });
    } catch (NumberFormatException _) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid throttle limit: " + value);
    }
    return throttle;
  }
}
