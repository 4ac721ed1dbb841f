package brume.lambda.operation.mapping;

import brume.lambda.data.EventSourceMappings;
import brume.lambda.function.MappingRules;
import brume.service.Access;
import brume.service.Call;
import java.util.Objects;

/// What callers must be allowed to work with a mapping that is there.
final class MappingAccess {
  private MappingAccess() {}

  /// @param action without its service
  static Access to(String action, Call call, EventSourceMappings mappings, String uuid) {
    var needed = Access.to("lambda:" + action, MappingRules.arn(call.scope(), uuid));
    return mappings.has(call.scope(), uuid)
        ? needed.where(
            "lambda:FunctionArn",
            Objects.requireNonNull(mappings.get(call.scope(), uuid).functionArn()))
        : needed;
  }
}
