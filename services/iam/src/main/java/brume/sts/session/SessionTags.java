package brume.sts.session;

import static brume.model.sts.StsError.VALIDATION_ERROR;

import brume.identity.Session;
import brume.model.sts.Tag;
import brume.service.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The tags that a session gets: those of the request, and those that an earlier session hands on.
///
/// Source: IAM User Guide, "Pass session tags in AWS STS".
public record SessionTags(Map<String, String> all, List<String> transitive) {
  /// Where a session keeps the keys of the tags that it hands on; no policy can ask for it.
  private static final String TRANSITIVE = "brume:TransitiveTagKeys";

  public static SessionTags of(
      @Nullable List<Tag> given, @Nullable List<String> transitive, @Nullable Session earlier) {
    var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    var handedOn = new ArrayList<String>();
    if (earlier != null) {
      handedOn.addAll(earlier.context().getOrDefault(TRANSITIVE, List.of()));
      handedOn.forEach(key -> all.put(key, earlier.tags().getOrDefault(key, "")));
    }
    for (var tag : given == null ? List.<Tag>of() : given) {
      if (all.put(tag.key(), tag.value()) != null) {
        throw VALIDATION_ERROR.because(
            handedOn.stream().anyMatch(tag.key()::equalsIgnoreCase)
                ? "One of the specified transitive tag keys can't be set because it conflicts with"
                    + " a transitive tag key from the calling session."
                : "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
    for (var key : transitive == null ? List.<String>of() : transitive) {
      if (!all.containsKey(key)) {
        throw VALIDATION_ERROR.because(
            "The specified transitive tag key must be included in the requested tags.");
      }
      handedOn.add(key);
    }
    return new SessionTags(all, List.copyOf(handedOn));
  }

  /// What the session keeps beside its tags.
  public Map<String, List<String>> context() {
    return transitive.isEmpty() ? Map.of() : Map.of(TRANSITIVE, transitive);
  }

  /// With the tags of the request known to policies.
  public static Access asked(Access access, @Nullable List<Tag> tags) {
    if (tags == null || tags.isEmpty()) {
      return access;
    }
    var richer = access.where("aws:TagKeys", tags.stream().map(Tag::key).toArray(String[]::new));
    for (var tag : tags) {
      richer = richer.where("aws:RequestTag/" + tag.key(), tag.value());
    }
    return richer;
  }
}
