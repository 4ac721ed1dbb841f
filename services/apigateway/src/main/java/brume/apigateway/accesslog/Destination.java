package brume.apigateway.accesslog;

import brume.base.Arn;
import brume.base.Scope;
import java.util.Optional;

/// A log group, as stages name it.
///
/// @param scope in which the group is
public record Destination(Scope scope, String group) {
  private static final String GROUP = "log-group:";

  /// Empty when the ARN is no log group's.
  public static Optional<Destination> of(String arn) {
    return Arn.parse(arn)
        .filter(each -> each.service().equals("logs") && each.resource().startsWith(GROUP))
        .map(
            each ->
                new Destination(
                    new Scope(each.account(), each.region()),
                    each.resource().substring(GROUP.length()).replaceAll(":\\*$", "")));
  }
}
