package brume.iam.entity;

import static brume.model.iam.IamError.INVALID_INPUT_EXCEPTION;
import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;

import brume.model.iam.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tags of an entity. Keys are alike in any case.
///
/// Source: IAM User Guide, "Tags for IAM resources".
public final class Tags {
  /// Of one entity.
  public static final int MAX = 50;

  private Tags() {}

  /// The tags of a new entity; null for none.
  public static @Nullable List<Tag> ofNew(@Nullable List<Tag> given) {
    return given == null || given.isEmpty() ? null : merge(List.of(), given);
  }

  /// The tags with more of them, in place of those with the same keys.
  public static List<Tag> merge(List<Tag> tags, List<Tag> more) {
    var keys = new HashSet<String>();
    for (var tag : more) {
      if (!keys.add(canonical(tag.key()))) {
        throw INVALID_INPUT_EXCEPTION.because(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
    var merged = new ArrayList<Tag>();
    tags.stream().filter(tag -> !keys.contains(canonical(tag.key()))).forEach(merged::add);
    merged.addAll(more);
    if (merged.size() > MAX) {
      throw LIMIT_EXCEEDED_EXCEPTION.because(
          "The number of tags has reached the maximum limit: " + MAX);
    }
    return List.copyOf(merged);
  }

  public static List<Tag> without(List<Tag> tags, List<String> keys) {
    var gone = new HashSet<String>();
    keys.forEach(key -> gone.add(canonical(key)));
    return tags.stream().filter(tag -> !gone.contains(canonical(tag.key()))).toList();
  }

  private static String canonical(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
