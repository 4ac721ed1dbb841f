package brume.cloudwatch.watch;

import brume.base.Arn;
import brume.base.Bytes;
import brume.cloudwatch.data.Alarms;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import brume.shape.ServiceException;
import java.time.Duration;
import java.util.Objects;

/// Invokes the functions that are the actions of alarms, once each has changed its state.
///
/// Source: Amazon CloudWatch User Guide, "Invoke a Lambda function from an alarm".
public final class Acting implements Delivery {
  private static final Principal.Service ALARMS =
      new Principal.Service("lambda.alarms.cloudwatch.amazonaws.com");

  /// How long an action is tried whose function cannot take it now.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Alarms alarms;

  public Acting(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public String kind() {
    return Alarms.ACTION;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var what = (Json.Obj) Json.parse(owed.payload().toUtf8());
    var name = text(what, "alarm");
    var action = text(what, "action");
    var here = call.in(owed.scope());
    try {
      here.as(ALARMS, Arn.of("cloudwatch", owed.scope(), "alarm:" + name))
          .invoke(
              LambdaModel.INVOKE,
              InvocationRequest.builder()
                  .functionName(action)
                  .invocationType("Event")
                  .payload(Bytes.utf8(text(what, "event")))
                  .build());
      alarms.acted(here, name, "Successfully executed action " + action);
    } catch (ServiceException e) {
      boolean isLate = call.now().isAfter(owed.since().plus(PATIENCE));
      if (!e.error().isCallersFault() && !isLate) {
        return new Outcome.Again(call.now().plus(PAUSE), owed.payload());
      }
      alarms.acted(
          here, name, "Failed to execute action " + action + ". Received error: " + shown(e));
    }
    return new Outcome.Done();
  }

  private static String shown(ServiceException e) {
    var text = String.valueOf(e.getMessage());
    return text.substring(0, Math.min(text.length(), 500));
  }

  private static String text(Json.Obj what, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(what.get(name)).text());
  }
}
