package brume.logs.operation;

import brume.logs.group.GroupName;
import brume.service.Access;
import brume.service.Call;
import java.util.Map;

/// What callers must be allowed.
///
/// The ARN of a group ends as one of no stream in particular, so that policies that allow a group
/// name it with `:*`, as AWS demands.
final class LogAccess {
  private LogAccess() {}

  static Access toGroup(Call call, String action, String group) {
    return toStream(call, action, group, "");
  }

  static Access toStream(Call call, String action, String group, String stream) {
    return Access.to("logs:" + action, GroupName.arn(call.scope(), group, stream));
  }

  /// Tagging alone names the group itself.
  static Access toTags(Call call, String action, String group) {
    return Access.to("logs:" + action, GroupName.arn(call.scope(), group));
  }

  static Access tagged(Access access, Map<String, String> tags) {
    var known = access.where("aws:TagKeys", tags.keySet().toArray(String[]::new));
    for (var tag : tags.entrySet()) {
      known = known.where("aws:RequestTag/" + tag.getKey(), tag.getValue());
    }
    return known;
  }
}
