package brume.logs.group;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.logs.CloudWatchLogsError;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Names log groups and streams as requests, ARNs and policies do.
///
/// Source: Amazon CloudWatch Logs User Guide, "CloudWatch Logs resources and operations".
public final class GroupName {
  private static final String TYPE = "log-group:";

  private GroupName() {}

  /// The name that a request gives either as such or as a name or an ARN.
  public static String of(@Nullable String name, @Nullable String identifier, Scope scope) {
    if ((name == null) == (identifier == null)) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          name == null
              ? "Exactly one of logGroupName or logGroupIdentifier must be specified."
              : "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }
    return name != null ? name : of(identifier, scope);
  }

  private static String of(@Nullable String identifier, Scope scope) {
    var text = identifier == null ? "" : identifier;
    return text.startsWith("arn:") ? ofArn(text, scope) : text;
  }

  /// Throws the error of a group that is not there for an ARN of elsewhere.
  public static String ofArn(String text, Scope scope) {
    var arn = Arn.parse(text).orElse(null);
    if (arn == null || !arn.service().equals("logs") || !arn.resource().startsWith(TYPE)) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because("Invalid ARN: " + text);
    }
    if (!arn.account().equals(scope.account()) || !arn.region().equals(scope.region())) {
      throw notFound();
    }
    return arn.resource().substring(TYPE.length());
  }

  public static ServiceException notFound() {
    return CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION.because(
        "The specified log group does not exist.");
  }

  /// The group itself, as tagging names it.
  public static Arn arn(Scope scope, String group) {
    return Arn.of("logs", scope, TYPE + group);
  }

  /// A stream of the group, or none in particular where `stream` is empty.
  public static Arn arn(Scope scope, String group, String stream) {
    return Arn.of("logs", scope, TYPE + group + ":log-stream:" + stream);
  }
}
