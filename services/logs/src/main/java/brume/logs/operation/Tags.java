package brume.logs.operation;

import brume.logs.group.Group;
import brume.model.logs.CloudWatchLogsError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes the tags of groups.
final class Tags {
  /// Of one group. Source: Amazon CloudWatch Logs API reference, "TagResource".
  private static final int MAX_TAGS = 50;

  private Tags() {}

  static Group added(Group group, Map<String, String> tags) {
    var all = new TreeMap<>(group.tags());
    all.putAll(tags);
    if (all.size() > MAX_TAGS) {
      throw CloudWatchLogsError.TOO_MANY_TAGS_EXCEPTION.because(
          "A resource can have no more than " + MAX_TAGS + " tags.");
    }
    return group.withTags(all);
  }

  static Group removed(Group group, List<String> keys) {
    var rest = new TreeMap<>(group.tags());
    keys.forEach(rest::remove);
    return group.withTags(rest);
  }
}
