package brume.apigateway.gateway;

import brume.base.Arn;
import brume.base.Bytes;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.shape.ServiceException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Invokes functions on behalf of an API: as API Gateway, whom the function's policy must let, or
/// as a role.
public final class Functions {
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;

  private Functions() {}

  /// How an invocation ended.
  public sealed interface Result {
    /// @param error whether the function failed; the payload says how
    record Answered(Bytes payload, boolean error) implements Result {}

    /// The function could not be invoked.
    ///
    /// @param status of the refusal
    record Refused(int status) implements Result {
      public boolean tooLarge() {
        return status == TOO_LARGE;
      }

      public boolean throttled() {
        return status == TOO_MANY;
      }
    }

    record TimedOut() implements Result {}
  }

  /// @param function an ARN
  /// @param source the ARN of the route, for the function's policy
  /// @param role that invokes; null for API Gateway itself
  public static Result invoke(
      Call call,
      String function,
      Bytes payload,
      Arn source,
      @Nullable String role,
      boolean async,
      Duration limit) {
    var input =
        InvocationRequest.builder()
            .functionName(function)
            .payload(payload)
            .invocationType(async ? "Event" : "RequestResponse")
            .build();
    try {
      var output =
          Deadline.within(
              limit, () -> Roles.caller(call, source, role).invoke(LambdaModel.INVOKE, input));
      var answer = output.payload() == null ? Bytes.EMPTY : output.payload();
      return new Result.Answered(answer, output.functionError() != null);
    } catch (TimeoutException _) {
      return new Result.TimedOut();
    } catch (ServiceException refused) {
      return new Result.Refused(refused.error().status());
    }
  }
}
