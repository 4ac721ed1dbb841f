package brume.ssm.operation;

import brume.model.ssm.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.ssm.parameter.ParameterName;
import brume.ssm.parameter.Selector;
import java.util.List;

/// What callers must be allowed.
final class ParameterAccess {
  private ParameterAccess() {}

  /// @param nameOrArn with or without the selector of a version
  static Access to(Call call, String action, String nameOrArn) {
    var name = Selector.parse(nameOrArn).name();
    return Access.to("ssm:" + action, name.arn(call.scope()));
  }

  static Access toAll(Call call, String action, List<String> names) {
    return names.stream()
        .map(name -> to(call, action, name))
        .reduce(Access::and)
        .orElse(Access.VERIFIED_CALLER);
  }

  static Access toPath(Call call, String action, String path) {
    return Access.to("ssm:" + action, ParameterName.arn(call.scope(), path));
  }

  static Access tagged(Access access, List<Tag> tags) {
    var known = access.where("aws:TagKeys", tags.stream().map(Tag::key).toArray(String[]::new));
    for (var tag : tags) {
      known = known.where("aws:RequestTag/" + tag.key(), tag.value());
    }
    return known;
  }
}
