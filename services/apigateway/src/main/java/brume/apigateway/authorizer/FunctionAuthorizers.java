package brume.apigateway.authorizer;

import brume.apigateway.gateway.Functions;
import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.json.JsonException;
import brume.service.Call;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks functions whether requests may pass, and remembers their answers as long as they let it.
public final class FunctionAuthorizers {
  /// Source: "Amazon API Gateway quotas", maximum integration timeout, which authorizers share.
  private static final Duration LIMIT = Duration.ofSeconds(29);

  private static final int REMEMBERED = 10_000;
  private static final String UNAUTHORIZED = "Unauthorized";

  private final Remembered<Grant> grants = new Remembered<>(REMEMBERED);

  /// @param authorizer its place, which is unique among all APIs and stages: where answers are
  ///   remembered
  /// @param function an ARN
  /// @param role that invokes; null for API Gateway itself
  /// @param source the ARN of the authorizer, for the function's policy
  /// @param seconds how long an answer holds
  /// @param identity what the answer depends on; null when answers are not remembered
  public record Asked(
      String authorizer,
      String function,
      @Nullable String role,
      Arn source,
      int seconds,
      @Nullable String identity) {}

  /// How asking ended.
  public sealed interface Outcome {
    record Answered(Grant grant) implements Outcome {}

    /// The function says that the request tells nobody whom it comes from.
    record Unauthorized() implements Outcome {}

    /// The function could not be invoked, or failed.
    record Failed() implements Outcome {}

    /// The function answered what cannot be understood.
    record Malformed() implements Outcome {}
  }

  /// Where the authorizers of a stage are, among all of all accounts.
  public static String place(Scope scope, String apiId, String stage) {
    return scope.account() + ' ' + scope.region() + ' ' + apiId + ' ' + stage + ' ';
  }

  /// @param event what the function gets
  /// @param reading how its answer is understood; null for an answer that cannot be
  public Outcome ask(
      Call call,
      Asked asked,
      Supplier<Json.Obj> event,
      Function<Json.Obj, @Nullable Grant> reading) {
    boolean keeps = asked.seconds > 0 && asked.identity != null;
    var key = asked.authorizer + ' ' + asked.identity;
    var before = keeps ? grants.get(key, call.now()) : null;
    if (before != null) {
      return new Outcome.Answered(before);
    }
    var result =
        Functions.invoke(
            call,
            asked.function,
            Bytes.utf8(event.get().print()),
            asked.source,
            asked.role,
            false,
            LIMIT);
    if (!(result instanceof Functions.Result.Answered answered)) {
      return new Outcome.Failed();
    }
    var answer = read(answered.payload());
    if (answered.error()) {
      return UNAUTHORIZED.equals(errorMessage(answer))
          ? new Outcome.Unauthorized()
          : new Outcome.Failed();
    }
    var grant = reading.apply(answer);
    if (grant == null) {
      return new Outcome.Malformed();
    }
    if (keeps) {
      grants.put(key, grant, call.now().plusSeconds(asked.seconds));
    }
    return new Outcome.Answered(grant);
  }

  private static Json.Obj read(Bytes payload) {
    try {
      return Json.parse(payload.toUtf8()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    } catch (JsonException _) {
      return Json.Obj.EMPTY;
    }
  }

  private static @Nullable String errorMessage(Json.Obj answer) {
    var message = answer.get("errorMessage");
    return message == null ? null : message.text();
  }

  /// Forgets the answers of all authorizers whose place begins so.
  public void forget(String place) {
    grants.forget(key -> key.startsWith(place));
  }
}
