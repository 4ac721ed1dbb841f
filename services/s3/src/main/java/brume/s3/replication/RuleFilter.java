package brume.s3.replication;

import brume.model.s3.ReplicationRule;
import brume.model.s3.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which objects a rule is for.
///
/// @param tags all of which an object must have
record RuleFilter(String prefix, List<Tag> tags) {
  static RuleFilter of(ReplicationRule rule) {
    var filter = rule.filter();
    if (filter == null) {
      return new RuleFilter(Objects.requireNonNullElse(rule.prefix(), ""), List.of());
    }
    var tags = new ArrayList<Tag>();
    if (filter.tag() != null) {
      tags.add(filter.tag());
    }
    @Nullable String prefix = filter.prefix();
    var and = filter.and();
    if (and != null) {
      prefix = and.prefix();
      tags.addAll(Objects.requireNonNullElse(and.tags(), List.<Tag>of()));
    }
    return new RuleFilter(Objects.requireNonNullElse(prefix, ""), tags);
  }

  boolean takes(String key, Map<String, String> tagged) {
    return key.startsWith(prefix)
        && tags.stream().allMatch(tag -> tag.value().equals(tagged.get(tag.key())));
  }
}
