package brume.ssm.operation;

import brume.model.ssm.SsmError;
import brume.model.ssm.Tag;
import brume.ssm.data.ParameterChange;
import brume.ssm.parameter.ParameterName;
import java.util.LinkedHashMap;
import java.util.List;

/// The tags of a parameter that must be there.
final class Tagged {
  /// Of one parameter. Source: Systems Manager API reference, "AddTagsToResource".
  private static final int MAX_TAGS = 50;

  private Tagged() {}

  static ParameterName require(ParameterChange change, String resourceId) {
    var name = ParameterName.of(resourceId);
    if (change.latest(name) == null) {
      throw SsmError.INVALID_RESOURCE_ID.because(
          "The resource ID \"" + resourceId + "\" is not valid. Verify the ID and try again.");
    }
    return name;
  }

  /// What there is, with more in place of those with the same keys.
  static List<Tag> and(List<Tag> there, List<Tag> more) {
    var all = new LinkedHashMap<String, Tag>();
    there.forEach(tag -> all.put(tag.key(), tag));
    more.forEach(tag -> all.put(tag.key(), tag));
    if (all.size() > MAX_TAGS) {
      throw SsmError.TOO_MANY_TAGS_ERROR.because(
          "The Targets parameter includes too many tags. Remove one or more tags and try again.");
    }
    return List.copyOf(all.values());
  }
}
