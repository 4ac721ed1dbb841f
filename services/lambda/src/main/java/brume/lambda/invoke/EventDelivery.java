package brume.lambda.invoke;

import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.lambda.data.EventConfigs;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Limits;
import brume.model.lambda.FunctionEventInvokeConfig;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Brings queued events to their functions.
///
/// What a function failed on is tried again after one and after two minutes; what could not be run,
/// after one second and then ever later, until it is too old. Source: AWS Lambda Developer Guide,
/// "How Lambda handles errors and retries with asynchronous invocation".
public final class EventDelivery implements Delivery {
  private static final System.Logger LOG = System.getLogger(EventDelivery.class.getName());
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final int MAX_DOUBLINGS = 10;
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

  private final Invoker invoker;
  private final EventConfigs configs;
  private final Destinations destinations;

  public EventDelivery(Invoker invoker, EventConfigs configs, Destinations destinations) {
    this.invoker = invoker;
    this.configs = configs;
    this.destinations = destinations;
  }

  @Override
  public String kind() {
    return EventQueue.KIND;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var queued = QueuedEvent.decode(owed.payload());
    var function = FunctionName.of(owed.scope(), queued.function().toString());
    var config = configs.find(function);
    if (call.now().isAfter(owed.since().plus(longestAge(config)))) {
      return givenUp(call, config, queued, Destinations.Condition.EVENT_AGE_EXCEEDED, null);
    }
    try {
      var result = invoker.run(call, function, queued.requestId(), queued.event(), null);
      return result.errorType() == null
          ? succeeded(call, config, queued, result)
          : failed(call, config, queued.failed(), result);
    } catch (ServiceException e) {
      return refused(now(call), queued.refused(), e);
    }
  }

  private Outcome failed(
      Call call,
      @Nullable FunctionEventInvokeConfig config,
      QueuedEvent queued,
      Invoker.Result result) {
    return queued.failures() > retries(config)
        ? givenUp(call, config, queued, Destinations.Condition.RETRIES_EXHAUSTED, result)
        : again(now(call).plus(Duration.ofMinutes(queued.failures())), queued);
  }

  private Outcome succeeded(
      Call call,
      @Nullable FunctionEventInvokeConfig config,
      QueuedEvent queued,
      Invoker.Result result) {
    var all = config == null ? null : config.destinationConfig();
    var target = all == null ? null : all.onSuccess();
    destinations.tell(
        call,
        target == null ? null : target.destination(),
        queued,
        Destinations.Condition.SUCCESS,
        result);
    return new Outcome.Done();
  }

  private Outcome givenUp(
      Call call,
      @Nullable FunctionEventInvokeConfig config,
      QueuedEvent queued,
      Destinations.Condition condition,
      Invoker.@Nullable Result result) {
    var all = config == null ? null : config.destinationConfig();
    var target = all == null ? null : all.onFailure();
    destinations.tell(
        call, target == null ? null : target.destination(), queued, condition, result);
    destinations.bury(queued, result);
    return new Outcome.Done();
  }

  private static Outcome refused(Instant now, QueuedEvent queued, ServiceException refusal) {
    if (refusal.error() == RESOURCE_NOT_FOUND_EXCEPTION) {
      LOG.log(Level.INFO, "An event is dropped with its function: {0}", queued.function());
      return new Outcome.Done();
    }
    var backoff = FIRST_BACKOFF.multipliedBy(1L << Math.min(queued.refusals() - 1, MAX_DOUBLINGS));
    return again(
        now.plus(backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff), queued);
  }

  private static Outcome again(Instant at, QueuedEvent queued) {
    return new Outcome.Again(at, queued.encode());
  }

  private static Duration longestAge(@Nullable FunctionEventInvokeConfig config) {
    var seconds = config == null ? null : config.maximumEventAgeInSeconds();
    return seconds == null ? Limits.EVENT_AGE : Duration.ofSeconds(seconds);
  }

  private static int retries(@Nullable FunctionEventInvokeConfig config) {
    var retries = config == null ? null : config.maximumRetryAttempts();
    return retries == null ? Limits.EVENT_RETRIES : retries;
  }

  /// The function may have run for minutes since the call began.
  private static Instant now(Call call) {
    return call.platform().clock().instant();
  }
}
