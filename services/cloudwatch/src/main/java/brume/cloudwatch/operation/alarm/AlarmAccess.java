package brume.cloudwatch.operation.alarm;

import brume.base.Arn;
import brume.model.cloudwatch.CloudWatchError;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What callers must be allowed.
final class AlarmAccess {
  private static final String TYPE = "alarm:";

  private AlarmAccess() {}

  static Arn arn(Call call, String name) {
    return Arn.of("cloudwatch", call.scope(), TYPE + name);
  }

  static Access to(Call call, String action, String name) {
    return Access.to("cloudwatch:" + action, arn(call, name));
  }

  /// All of the alarms that are named, or any.
  static Access toAll(Call call, String action, @Nullable List<String> names) {
    return names == null || names.isEmpty()
        ? to(call, action, "*")
        : names.stream().map(name -> to(call, action, name)).reduce(Access::and).orElseThrow();
  }

  /// The alarm of an ARN.
  static String name(String arn) {
    var parsed = Arn.parse(arn).orElse(null);
    if (parsed == null || !parsed.service().equals("cloudwatch")) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The value " + arn + " for parameter ResourceARN is invalid.");
    }
    if (!parsed.resource().startsWith(TYPE)) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have tags of " + parsed.resource() + " yet");
    }
    return parsed.resource().substring(TYPE.length());
  }
}
